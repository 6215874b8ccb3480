interface MemoryEvent { bytes: number; category: string; op: string }
interface AdamMemory { total: number }

function track(events: MemoryEvent[]): number[] {
  let live = 0;
  return events.map(({ bytes }) => (live += bytes));
}

/** What of some categories is in use when the total is highest. */
function atPeak(events: MemoryEvent[], ...categories: string[]): number {
  const totals = track(events);
  const upTo = events.slice(0, totals.indexOf(Math.max(...totals)) + 1);
  return upTo.filter((e) => categories.includes(e.category)).reduce((sum, e) => sum + e.bytes, 0);
}

export function checkEstimate(events: MemoryEvent[], estimate: AdamMemory) {
  const actualBytes = Math.max(...track(events)) - atPeak(events, "parameter", "input", "optimizer");
  const relativeError = Math.abs(estimate.total - actualBytes) / actualBytes;
  return { actualBytes, relativeError };
}

export const explanations = {
  "estimate-check": "The peak is in the optimizer step, where the activations are gone but temporaries of the update exist.",
};
