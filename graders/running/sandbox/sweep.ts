/** Clears away what runs left that were killed before they could: folders, processes, control groups. Only dead runs' things. */
import { sweepCgroups } from "./layers/cgroup";
import { sweepUidBlocks } from "./layers/uid-drop";
import { findDeadFolders, removeDeadFolder } from "./run-folder";
import { killByHome } from "./survivors";
import type { Tools } from "./tools";

/** What was found, in words for staff. */
export async function sweepDeadRuns({ cgroupBase }: Tools): Promise<readonly string[]> {
  const folders = findDeadFolders();
  // The folder goes last: it is what a later sweep knows the processes by, should this one be killed too.
  const byHome = folders.reduce((sum, folder) => sum + killByHome(`HOME=${folder}/`), 0);
  const processes = byHome + sweepUidBlocks();
  const groups = typeof cgroupBase === "string" ? 0 : await sweepCgroups(cgroupBase);
  for (const folder of folders) removeDeadFolder(folder);
  return [
    ...describe(processes, "a process", "processes"),
    ...describe(folders.length, "a temporary folder", "temporary folders"),
    ...describe(groups, "a control group", "control groups"),
  ].map((what) => `removed ${what} that an earlier run had left when it was killed`);
}

function describe(count: number, one: string, many: string): readonly string[] {
  if (count === 0) return [];
  return [count === 1 ? one : `${count} ${many}`];
}
