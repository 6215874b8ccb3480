// Not a word on the gap.
interface MemoryEvent { bytes: number; category: string; op: string }
interface AdamMemory { total: number }

function track(events: MemoryEvent[]): number[] {
  let live = 0;
  return events.map(({ bytes }) => (live += bytes));
}

export function checkEstimate(events: MemoryEvent[], estimate: AdamMemory) {
  const actualBytes = Math.max(...track(events));
  const relativeError = Math.abs(estimate.total - actualBytes) / actualBytes;
  return { actualBytes, relativeError };
}
