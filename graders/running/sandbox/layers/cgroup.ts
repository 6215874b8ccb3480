/**
 * A control group per process tree: memory and processes of all of it together. Needs a group that may be written,
 * which usually means root. A shell moves itself into the group and then becomes the wrapped command, so that
 * nothing of it ever runs outside.
 */
import { mkdirSync, readdirSync, rmdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { ProcessCommand } from "../process";
import { readIfReadable } from "../read-text";
import { isRunAlive, type RunIdentity } from "../run-identity";
import type { CgroupBase } from "./cgroup-base";

/** Limits of a whole process tree. */
export type TreeLimit = "treeBytes" | "treeProcesses";

export interface Cgroup {
  readonly folders: readonly string[];
  /** The limit that the kernel held it to: by killing something in it, or by refusing it another process. */
  findReachedLimit(): TreeLimit | null;
  /** Kills what is left in it and removes it; false where something does not end. */
  remove(): Promise<boolean>;
}

const prefix = "ridgepoint-";
const removalTries = 100;
const removalPauseMs = 10;

/** @throws when the kernel refuses */
export function createCgroup(
  base: CgroupBase,
  run: RunIdentity,
  index: number,
  limits: { readonly [limit in TreeLimit]: number },
): Cgroup {
  const folders = base.folders.map((folder) => join(folder, `${prefix}${run.name}-${index}`));
  for (const folder of folders) mkdirSync(folder);
  if (base.version === 1) {
    const [memory = "", pids = ""] = folders;
    writeFileSync(join(memory, "memory.limit_in_bytes"), String(limits.treeBytes));
    // Without swap accounting the file is not there, and swap not counted.
    writeIfThere(join(memory, "memory.memsw.limit_in_bytes"), String(limits.treeBytes));
    writeFileSync(join(pids, "pids.max"), String(limits.treeProcesses));
  } else {
    const [folder = ""] = folders;
    writeFileSync(join(folder, "memory.max"), String(limits.treeBytes));
    writeIfThere(join(folder, "memory.swap.max"), "0");
    writeIfThere(join(folder, "memory.oom.group"), "1");
    writeFileSync(join(folder, "pids.max"), String(limits.treeProcesses));
  }
  return {
    folders,
    findReachedLimit: () => findReachedLimit(base.version, folders),
    remove: () => removeAll(folders),
  };
}

function findReachedLimit(version: 1 | 2, folders: readonly string[]): TreeLimit | null {
  const [memory = "", pids = memory] = folders;
  const kills = readIfReadable(join(memory, version === 1 ? "memory.oom_control" : "memory.events"));
  if (/^oom_kill [1-9]/m.test(kills)) return "treeBytes";
  return /^max [1-9]/m.test(readIfReadable(join(pids, "pids.events"))) ? "treeProcesses" : null;
}

export function wrapInCgroup(command: ProcessCommand, { folders }: Cgroup): ProcessCommand {
  const enter = folders.map((_, i) => `echo $$ > "$${i + 1}"`).join(" && ");
  const script = `${enter} && shift ${folders.length} && exec "$@"`;
  const procs = folders.map((folder) => join(folder, "cgroup.procs"));
  return {
    ...command,
    file: "/bin/sh",
    args: ["-c", script, "sh", ...procs, command.file, ...command.args],
  };
}

/** Removes the groups of runs that are gone, with what still runs in them. Returns how many there were. */
export async function sweepCgroups(base: CgroupBase): Promise<number> {
  const dead = base.folders.flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => name.startsWith(prefix) && !isRunAlive(name.slice(prefix.length)))
      .map((name) => join(folder, name)),
  );
  await removeAll(dead);
  return dead.length;
}

async function removeAll(folders: readonly string[]): Promise<boolean> {
  for (let tries = 0; tries < removalTries; tries += 1) {
    if (folders.filter((folder) => !isRemoved(folder)).length === 0) return true;
    await new Promise((resolve) => setTimeout(resolve, removalPauseMs));
  }
  return false;
}

function isRemoved(folder: string): boolean {
  for (const pid of readIfReadable(join(folder, "cgroup.procs")).split("\n").filter(Boolean))
    kill(Number(pid));
  try {
    rmdirSync(folder);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "ENOENT";
  }
}

function kill(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch {
    // Gone already.
  }
}

function writeIfThere(path: string, text: string): void {
  try {
    writeFileSync(path, text, { flag: "r+" });
  } catch {
    // An older kernel.
  }
}
