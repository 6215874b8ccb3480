/** Whether this shell lets us open enough files: found out before anything runs, for no submission is to blame. */
import { readFileSync } from "node:fs";
import { UsageError } from "../contract/faults";

/** Pipes and files of the grader itself, and of each submission that runs. */
const ownFiles = 64;
const filesPerJob = 16;

/**
 * @param openFiles what a submission may open: its limit cannot be above ours
 * @throws UsageError naming the limit and the command that raises it; where the limit is not known, nothing
 */
export function refuseFewOpenFiles(openFiles: number, jobs: number, readLimits = readOwnLimits): void {
  const found = /^Max open files\s+(\d+|unlimited)\s+(\d+|unlimited)/m.exec(readLimits());
  if (found === null) return;
  const [soft, hard] = found.slice(1).map((text) => (text === "unlimited" ? Infinity : Number(text)));
  const needed = Math.max(openFiles, ownFiles + jobs * filesPerJob);
  if (Math.min(soft as number, hard as number) >= needed) return;
  throw new UsageError(
    `too few files may be open at once: ${Math.min(soft as number, hard as number)}, expected ${needed} or more; raise it with "ulimit -n ${needed}" and run again`,
  );
}

function readOwnLimits(): string {
  try {
    return readFileSync("/proc/self/limits", "latin1");
  } catch {
    return "";
  }
}
