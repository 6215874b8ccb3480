/** For tests of estimates: the peak of an iteration, and what is held against it by who is right. */
import type { MemoryEvent } from "../contract/value";

export type Events = readonly MemoryEvent[];
export type CheckEstimate = (events: Events, estimate: { total: number }) => unknown;

/** Written the long way, independent of the reference: the sum of every prefix. */
export function findPeak(events: Events): number {
  const total = events.reduce((sum, { bytes }) => sum + bytes, 0);
  let peak = total;
  let live = total;
  for (let index = events.length - 1; index >= 0; index--) {
    live -= events[index]?.bytes ?? 0;
    peak = Math.max(peak, live);
  }
  return peak;
}

export const check = (events: Events, { total }: { total: number }) => {
  const actualBytes = findPeak(events);
  return { actualBytes, relativeError: Math.abs(total / actualBytes - 1) };
};
