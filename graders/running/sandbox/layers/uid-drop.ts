/**
 * Started by root, every process gets a user id of its own that nobody else has: it can read, signal and trace
 * nothing of ours or of another submission's, and whatever it leaves is found by its id and killed. util-linux's
 * setpriv does the change, and forbids programs that would undo it.
 */
import { closeSync, lstatSync, openSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ProcessCommand } from "../process";
import { readIfReadable } from "../read-text";
import { isRunAlive, type RunIdentity } from "../run-identity";
import { killOwned, listKnownIds } from "./uid-owners";

/** The range that systemd sets aside for users that exist only while a service runs. */
const firstUid = 61_184;
const blockSize = 128;
const blockCount = 33;
const killTries = 100;
const pauseMs = 5;
const lockPrefix = "ridgepoint-uids-";

export interface UidBlock {
  /**
   * The next id that is free, until it is given back: each in its turn, since where nobody waits for the dead those
   * of a program that ended by itself stay and count.
   */
  take(): number;
  /**
   * Kills every process of the id until none is left, then frees it.
   *
   * @param isUnused nothing runs under it any more: all of this system's processes need not be looked through
   */
  giveBack(uid: number, isUnused?: boolean): Promise<void>;
  close(): void;
}

/** Where the locks lie, and which ids are somebody's already. */
export interface UidSurroundings {
  readonly folder: string;
  readonly knownIds: readonly number[];
}

/** One block per process, however many sandboxes it opens. */
let shared: { readonly block: UidBlock; users: number } | null = null;

/** Ids that no other live run uses, or why there are none. */
export function openUidBlock(
  run: RunIdentity,
  { folder = tmpdir(), knownIds = listKnownIds() }: Partial<UidSurroundings> = {},
): UidBlock | string {
  const lock = shared === null ? lockBlock(run, { folder, knownIds }) : null;
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

function lockBlock(run: RunIdentity, { folder, knownIds }: UidSurroundings): Lock | string {
  for (let i = 0; i < blockCount; i += 1) {
    const block = (process.pid + i) % blockCount;
    const path = join(folder, lockPrefix + block);
    if (knownIds.some((id) => isInBlock(id, block)) || !createLock(path, run)) continue;
    return { path, firstUid: firstUid + block * blockSize };
  }
  return "no unused range of user ids was found";
}

/** Ends what still runs under the ids of runs that are gone, and frees the ids. Returns how many processes there were. */
export function sweepUidBlocks(folder = tmpdir()): number {
  if (process.getuid?.() !== 0) return 0;
  let count = 0;
  for (let block = 0; block < blockCount; block += 1) {
    const path = join(folder, lockPrefix + block);
    if (!isDeadLock(path)) continue;
    count += killOwned((uid) => isInBlock(uid, block));
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
  let turn = 0;
  const close = (): void => {
    process.removeListener("exit", close);
    rmSync(path, { force: true });
  };
  process.once("exit", close);
  return {
    take: () => {
      for (let tries = 0; tries < blockSize; tries += 1) {
        const uid = start + (turn % blockSize);
        turn += 1;
        if (taken.has(uid)) continue;
        taken.add(uid);
        return uid;
      }
      throw new Error(`more than ${blockSize} processes at once; grade fewer at a time (--jobs)`);
    },
    giveBack: async (uid, isUnused = false) => {
      if (isUnused) return void taken.delete(uid);
      for (let tries = 0; tries < killTries; tries += 1) {
        // An id that something survives under is never handed out again.
        if (killOwned((one) => one === uid) === 0) return void taken.delete(uid);
        await new Promise((resolve) => setTimeout(resolve, pauseMs));
      }
    },
    close,
  };
}

/** Written by root, by a run that is gone. */
function isDeadLock(path: string): boolean {
  const stat = lstatSync(path, { throwIfNoEntry: false });
  return stat?.isFile() === true && stat.uid === 0 && !isRunAlive(readIfReadable(path));
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

function isInBlock(id: number, block: number): boolean {
  return Math.floor((id - firstUid) / blockSize) === block;
}
