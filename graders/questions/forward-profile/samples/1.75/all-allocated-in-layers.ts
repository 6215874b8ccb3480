// Everything that the operators of layers allocate, norms' statistics and all.
interface MemoryEvent { bytes: number; category: string; op: string }

/** Memory in use after every event, for some categories or for all. */
function track(events: MemoryEvent[], ...categories: string[]): number[] {
  let live = 0;
  return events.map(({ bytes, category }) => (live += categories.length === 0 || categories.includes(category) ? bytes : 0));
}

const most = (events: MemoryEvent[], ...categories: string[]) => Math.max(...track(events, ...categories));
const last = (events: MemoryEvent[], ...categories: string[]) => track(events, ...categories).at(-1) ?? 0;

const allocated = (events: MemoryEvent[], names: RegExp) =>
  events.filter((e) => e.bytes > 0 && e.category !== "parameter" && names.test(e.op)).reduce((sum, e) => sum + e.bytes, 0);

export function forwardMemory(events: MemoryEvent[]) {
  const parameters = last(events, "parameter");
  const input = last(events, "input");
  const peakBytes = most(events);
  const activationBytes = allocated(events, /(stem\.[01]|downsample\.[01]|conv_dw|blocks\.\d+\.norm|fc1|\.act|grn add|fc2|head\.norm|global_pool\.pool|head\.fc)( |$)/);
  return { peakBytes, activationBytes };
}
