/**
 * What a run leaves behind carries the name of the run, and the name tells whether that run still lives: the space
 * of process ids it belongs to, its id there, and the moment it started, since ids are used again.
 */
import { randomBytes } from "node:crypto";
import { readFileSync, readlinkSync } from "node:fs";

export interface RunIdentity {
  /** "<id space>-<pid>-<start>-<random>" */
  readonly name: string;
}

export function createRunIdentity(): RunIdentity {
  const start = readStart(process.pid) ?? 0;
  return { name: `${readPidNamespace()}-${process.pid}-${start}-${randomBytes(4).toString("hex")}` };
}

/** @param name of a run, possibly with more text after it. What cannot be told counts as alive: hands off. */
export function isRunAlive(name: string): boolean {
  const parts = /^(\d+)-(\d+)-(\d+)-[0-9a-f]{8}/.exec(name);
  if (parts === null || parts[1] !== readPidNamespace()) return true;
  const pid = Number(parts[2]);
  const start = readStart(pid);
  return start === null ? isPidTaken(pid) : start === Number(parts[3]);
}

/** Containers count their processes anew, and may share a folder for temporary files. */
function readPidNamespace(): string {
  try {
    return /\d+/.exec(readlinkSync("/proc/self/ns/pid"))?.[0] ?? "0";
  } catch {
    return "0";
  }
}

/** Clock ticks after boot at which a process started: field 22 of /proc/<pid>/stat. Null where /proc has none. */
function readStart(pid: number): number | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "latin1");
    return Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19]);
  } catch {
    return null;
  }
}

/** For systems without /proc, where it is all that can be known. */
function isPidTaken(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
