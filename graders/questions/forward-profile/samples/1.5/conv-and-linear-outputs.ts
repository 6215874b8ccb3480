interface MemoryEvent { bytes: number; category: string; op: string }

/** Memory in use after every event, for some categories or for all. */
function track(events: MemoryEvent[], ...categories: string[]): number[] {
  let live = 0;
  return events.map(({ bytes, category }) => (live += categories.length === 0 || categories.includes(category) ? bytes : 0));
}

const most = (events: MemoryEvent[], ...categories: string[]) => Math.max(...track(events, ...categories));
const last = (events: MemoryEvent[], ...categories: string[]) => track(events, ...categories).at(-1) ?? 0;

const outputs = (events: MemoryEvent[], names: RegExp) =>
  events.filter((e) => e.bytes > 0 && e.category !== "parameter" && names.test(e.op)).reduce((sum, e) => sum + e.bytes, 0);

export function forwardMemory(events: MemoryEvent[]) {
  const parameters = last(events, "parameter");
  const input = last(events, "input");
  const peakBytes = most(events);
  const activationBytes = outputs(events, /(stem\.0|downsample\.1|conv_dw|fc1|fc2|head\.fc)( |$)/);
  return { peakBytes, activationBytes };
}
