/** Figures one can read off a recorded iteration, all in bytes. */
import { type LiveBytes, liveAfter, liveAtPeak, peakOf, sumLive } from "../../../reference/convnextv2/events";
import { remember } from "../../contract/remember";
import type { Events } from "./streams";

export interface Measures {
  readonly peak: bigint;
  readonly atPeak: LiveBytes;
  readonly end: bigint;
  /** The sum of what is allocated, as if nothing was ever freed. */
  readonly allocated: bigint;
  readonly largestTensor: bigint;
}

export const measure = remember((events: Events): Measures => {
  const allocations = events.filter(({ bytes }) => bytes > 0);
  return {
    peak: peakOf(events),
    atPeak: liveAtPeak(events),
    end: sumLive(liveAfter(events)),
    allocated: allocations.reduce((sum, { bytes }) => sum + BigInt(bytes), 0n),
    largestTensor: BigInt(Math.max(0, ...allocations.map(({ bytes }) => bytes))),
  };
});
