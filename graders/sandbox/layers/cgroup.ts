/**
 * A control group per process tree: memory and processes of all of it together. Needs a group that may be written,
 * which usually means root. A shell moves itself into the group and then becomes the wrapped command, so that
 * nothing of it ever runs outside.
 */
import {
  accessSync,
  constants,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmdirSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import type { ProcessCommand } from "../process";
import { isRunAlive, type RunIdentity } from "../run-identity";

/** Folders under which groups are made: one for version 2, one per controller for version 1. */
export interface CgroupBase {
  readonly version: 1 | 2;
  readonly folders: readonly string[];
}

export interface Cgroup {
  readonly folders: readonly string[];
  /** True once the kernel killed something in it for want of memory. */
  hasRunOutOfMemory(): boolean;
  /** Kills what is left in it and removes it. */
  remove(): Promise<void>;
}

const prefix = "ridgepoint-";
const controllers = ["memory", "pids"] as const;
const removalTries = 100;
const removalPauseMs = 10;

/** Where groups can be made, or why they cannot. */
export function findCgroupBase(): CgroupBase | string {
  let mounts: string;
  let own: string;
  try {
    mounts = readFileSync("/proc/self/mounts", "utf8");
    own = readFileSync("/proc/self/cgroup", "utf8");
  } catch {
    return "this system has no control groups";
  }
  const found = findVersion1(mounts, own) ?? findVersion2(mounts, own);
  if (found === null) return "no control group here has the memory and the pids controller";
  return found.folders.every(isWritable) ? found : "the control groups cannot be written by this user";
}

function findVersion1(mounts: string, own: string): CgroupBase | null {
  const folders = controllers.map((controller) => {
    const mount = new RegExp(`^\\S+ (\\S+) cgroup \\S*\\b${controller}\\b`, "m").exec(mounts)?.[1];
    const path = new RegExp(`^\\d+:(?:\\S*,)?${controller}(?:,\\S*)?:(.*)$`, "m").exec(own)?.[1];
    return mount === undefined ? null : firstFolder([join(mount, path ?? "/"), mount]);
  });
  return folders.every((folder) => folder !== null) ? { version: 1, folders } : null;
}

/** Version 2 lets no group hold both processes and limited children, so a neighbour of our own group it is. */
function findVersion2(mounts: string, own: string): CgroupBase | null {
  const mount = /^\S+ (\S+) cgroup2 /m.exec(mounts)?.[1];
  const path = /^0::(.*)$/m.exec(own)?.[1];
  if (mount === undefined || path === undefined) return null;
  const candidates = [join(mount, path), dirname(join(mount, path)), mount];
  const folder = candidates.find((one) => one.startsWith(mount) && hasControllers(one));
  return folder === undefined ? null : { version: 2, folders: [folder] };
}

function hasControllers(folder: string): boolean {
  try {
    const enabled = readFileSync(join(folder, "cgroup.subtree_control"), "utf8").trim().split(" ");
    return controllers.every((one) => enabled.includes(one));
  } catch {
    return false;
  }
}

/** @throws when the kernel refuses */
export function createCgroup(
  base: CgroupBase,
  run: RunIdentity,
  index: number,
  limits: { readonly treeBytes: number; readonly treeProcesses: number },
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
  const events = join(folders[0] ?? "", base.version === 1 ? "memory.oom_control" : "memory.events");
  return {
    folders,
    hasRunOutOfMemory: () => /^oom_kill [1-9]/m.test(readText(events)),
    remove: () => removeAll(folders),
  };
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

async function removeAll(folders: readonly string[]): Promise<void> {
  for (let tries = 0; tries < removalTries; tries += 1) {
    const left = folders.filter((folder) => !isRemoved(folder));
    if (left.length === 0) return;
    await new Promise((resolve) => setTimeout(resolve, removalPauseMs));
  }
}

function isRemoved(folder: string): boolean {
  for (const pid of readText(join(folder, "cgroup.procs")).split("\n").filter(Boolean)) kill(Number(pid));
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

function readText(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}

function firstFolder(paths: readonly string[]): string | null {
  return paths.find((path) => readText(join(path, "cgroup.procs")) !== "" || isWritable(path)) ?? null;
}

function isWritable(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
