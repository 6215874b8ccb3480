/**
 * Started by root, every process gets a user id of its own that nobody else has: it can read, signal and trace
 * nothing of ours or of another submission's, and whatever it leaves is found by its id and killed. util-linux's
 * setpriv does the change, and forbids programs that would undo it.
 */
import { closeSync, lstatSync, openSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ProcessCommand } from "../process";
import { isRunAlive, type RunIdentity } from "../run-identity";

/** The range that systemd sets aside for users that exist only while a service runs. */
const firstUid = 61_184;
const blockSize = 128;
const blockCount = 33;
const killTries = 100;
const pauseMs = 5;
const lockPrefix = "ridgepoint-uids-";

export interface UidBlock {
  /** The lowest id that is free, until it is given back. */
  take(): number;
  /** Kills every process of the id until none is left, then frees it. */
  giveBack(uid: number): Promise<void>;
  close(): void;
}

/** One block per process, however many sandboxes it opens. */
let shared: { readonly block: UidBlock; users: number } | null = null;

/** Ids that no other live run uses, or why there are none. */
export function openUidBlock(run: RunIdentity): UidBlock | string {
  const lock = shared === null ? lockBlock(run) : null;
  if (typeof lock === "string") return lock;
  shared ??= { block: createBlock(lock as Lock), users: 0 };
  const { block } = shared;
  shared.users += 1;
  let isOpen = true;
  return {
    ...block,
    close: () => {
      if (!isOpen || shared === null) return;
      isOpen = false;
      shared.users -= 1;
      if (shared.users > 0) return;
      shared = null;
      block.close();
    },
  };
}

interface Lock {
  readonly path: string;
  readonly firstUid: number;
}

function lockBlock(run: RunIdentity): Lock | string {
  for (let i = 0; i < blockCount; i += 1) {
    const block = (process.pid + i) % blockCount;
    const path = join(tmpdir(), lockPrefix + block);
    if (hasKnownUser(block) || !createLock(path, run)) continue;
    return { path, firstUid: firstUid + block * blockSize };
  }
  return "no unused range of user ids was found";
}

/** Ends what still runs under the ids of runs that are gone, and frees the ids. Returns how many processes there were. */
export function sweepUidBlocks(): number {
  if (process.getuid?.() !== 0) return 0;
  let count = 0;
  for (const name of readdirSync(tmpdir()).filter((one) => one.startsWith(lockPrefix))) {
    const path = join(tmpdir(), name);
    const block = Number(name.slice(lockPrefix.length));
    if (!isDeadLock(path) || !(block >= 0 && block < blockCount)) continue;
    const start = firstUid + block * blockSize;
    count += killOwned((uid) => uid >= start && uid < start + blockSize);
    rmSync(path, { force: true });
  }
  return count;
}

export function wrapInUidDrop(command: ProcessCommand, setpriv: string, uid: number): ProcessCommand {
  const options = [
    `--reuid=${uid}`,
    `--regid=${uid}`,
    "--clear-groups",
    "--no-new-privs",
    "--inh-caps=-all",
    "--",
  ];
  return { ...command, file: setpriv, args: [...options, command.file, ...command.args] };
}

function createBlock({ path, firstUid: start }: Lock): UidBlock {
  const taken = new Set<number>();
  const close = (): void => {
    process.removeListener("exit", close);
    rmSync(path, { force: true });
  };
  process.once("exit", close);
  return {
    take: () => {
      for (let uid = start; uid < start + blockSize; uid += 1) {
        if (taken.has(uid)) continue;
        taken.add(uid);
        return uid;
      }
      throw new Error(`more than ${blockSize} processes at once; grade fewer at a time (--jobs)`);
    },
    giveBack: async (uid) => {
      const isOwn = (one: number): boolean => one === uid;
      for (let tries = 0; tries < killTries && killOwned(isOwn) > 0; tries += 1) {
        await new Promise((resolve) => setTimeout(resolve, pauseMs));
      }
      taken.delete(uid);
    },
    close,
  };
}

/** Sends SIGKILL to every process whose user is meant; returns how many there were. */
function killOwned(isMeant: (uid: number) => boolean): number {
  const pids = readdirSync("/proc").filter((name) => {
    const uid = /^\d+$/.test(name) ? ownerOf(name) : null;
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

/** Written by root, by a run that is gone. */
function isDeadLock(path: string): boolean {
  const stat = lstatSync(path, { throwIfNoEntry: false });
  return stat?.isFile() === true && stat.uid === 0 && !isRunAlive(readText(path));
}

function createLock(lock: string, run: RunIdentity): boolean {
  try {
    const file = openSync(lock, "wx", 0o600);
    writeFileSync(file, run.name);
    closeSync(file);
    return true;
  } catch {
    return false;
  }
}

/** True when a user or group of this system, or a running process, has an id of the block. */
function hasKnownUser(block: number): boolean {
  const isInside = (id: number | null): boolean =>
    id !== null && id >= firstUid + block * blockSize && id < firstUid + (block + 1) * blockSize;
  const listed = ["/etc/passwd", "/etc/group"].flatMap((path) => {
    return readText(path)
      .split("\n")
      .map((line) => Number(line.split(":")[2]));
  });
  const running = readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map(ownerOf);
  return [...listed, ...running].some(isInside);
}

function readText(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}
