/** Whose processes and ids there are on this system, as the kernel and the lists of users tell. */
import { readdirSync, readFileSync } from "node:fs";
import { readIfReadable } from "../read-text";

/** Sends SIGKILL to every process whose user is meant; returns how many there were. */
export function killOwned(isMeant: (uid: number) => boolean): number {
  const pids = listPids().filter((pid) => {
    const uid = ownerOf(pid);
    return uid !== null && isMeant(uid);
  });
  for (const pid of pids) {
    try {
      process.kill(Number(pid), "SIGKILL");
    } catch {
      // Gone already.
    }
  }
  return pids.length;
}

/** The owner of /proc/<pid> itself says "root" for a process that hides its memory, so the status is read. */
function ownerOf(pid: string): number | null {
  try {
    const status = readFileSync(`/proc/${pid}/status`, "latin1");
    if (/^State:\s+Z/m.test(status)) return null;
    return Number(/^Uid:\s+(\d+)/m.exec(status)?.[1] ?? Number.NaN);
  } catch {
    return null;
  }
}

/** Ids of the users and groups of this system, and of every running process. */
export function listKnownIds(): readonly number[] {
  const listed = ["/etc/passwd", "/etc/group"].flatMap((path) => {
    return readIfReadable(path)
      .split("\n")
      .map((line) => Number.parseInt(line.split(":")[2] ?? "", 10));
  });
  const running = listPids().map((pid) => ownerOf(pid) ?? Number.NaN);
  return [...new Set([...listed, ...running])].filter(Number.isInteger);
}

function listPids(): readonly string[] {
  return readdirSync("/proc").filter((name) => /^\d+$/.test(name));
}
