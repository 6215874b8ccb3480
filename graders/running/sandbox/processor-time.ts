/** What a process and those below it have taken of the processor, while they run: afterwards nobody is told it. */
import { readIfReadable } from "./read-text";

/** Of the clock that the kernel counts in for others, on every machine that has `/proc`. */
const tickMs = 10;
/** A submission may start as many as it likes, and this is only to be told. */
const mostProcesses = 64;

/** Null where the process is gone, or where the system does not tell. */
export function readProcessorMs(pid: number): number | null {
  const open = [pid];
  let ticks: number | null = null;
  for (let seen = 0; open.length > 0 && seen < mostProcesses; seen += 1) {
    const one = open.pop() ?? 0;
    const own = readTicks(one);
    if (own === null) continue;
    ticks = (ticks ?? 0) + own;
    for (const child of listChildren(one)) open.push(child);
  }
  return ticks === null ? null : ticks * tickMs;
}

/** Its own, and that of the children it has waited for. */
function readTicks(pid: number): number | null {
  const text = readIfReadable(`/proc/${pid}/stat`);
  // The name of its program comes first, and may hold anything.
  const fields = text.slice(text.lastIndexOf(")") + 2).split(" ");
  const ticks = fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0);
  return text === "" || !Number.isFinite(ticks) ? null : ticks;
}

function listChildren(pid: number): readonly number[] {
  return readIfReadable(`/proc/${pid}/task/${pid}/children`).split(" ").filter(Boolean).map(Number);
}
