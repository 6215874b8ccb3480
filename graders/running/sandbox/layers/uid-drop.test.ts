import { execFileSync } from "node:child_process";
import {
  chownSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { probeMachine } from "../probe/machine";
import { type StartedProcess, startProcess } from "../process";
import { createRunIdentity } from "../run-identity";
import { findSystemProgram } from "../system-program";
import { openUidBlock, sweepUidBlocks, type UidBlock, type UidSurroundings, wrapInUidDrop } from "./uid-drop";
import { listKnownIds } from "./uid-owners";

const firstUid = 61_184;
const blockSize = 128;
const blockCount = 33;
const firstTried = process.pid % blockCount;
const isRoot = process.getuid?.() === 0;
const setpriv = findSystemProgram("setpriv");
/** This process, but started at another time: its id was used again since. */
const deadRun = createRunIdentity().name.replace(/^(\d+-\d+)-\d+-/, "$1-1-");

let folder: string;
const opened: UidBlock[] = [];
const started: StartedProcess[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "ridgepoint-test-"));
});
afterEach(() => {
  for (const one of started.splice(0)) one.kill();
  for (const one of opened.splice(0)) one.close();
  rmSync(folder, { recursive: true, force: true });
});

function open(surroundings: Partial<UidSurroundings> = {}): UidBlock {
  const block = openUidBlock(createRunIdentity(), { folder, ...surroundings });
  if (typeof block === "string") throw new Error(block);
  opened.push(block);
  return block;
}

/** So that no other run of this machine has the ids meanwhile: whatever runs under them is killed. */
const lockedForReal = { folder: tmpdir() };
const lockOf = (block: number): string => join(folder, `ridgepoint-uids-${block}`);
const blockOf = (uid: number): number => Math.floor((uid - firstUid) / blockSize);
const idsOf = (block: number): readonly number[] =>
  Array.from({ length: blockSize }, (_, i) => firstUid + block * blockSize + i);

describe("a block of user ids", () => {
  test("gives every id once, all of one reserved range, and then says how to need fewer", () => {
    const block = open();
    const ids = Array.from({ length: blockSize }, () => block.take());
    expect([...ids].sort()).toEqual(idsOf(blockOf(ids[0] ?? 0)));
    expect(() => block.take()).toThrow("more than 128 processes at once; grade fewer at a time (--jobs)");
  });

  test("gives an id again only after it was given back", async () => {
    const block = open(lockedForReal);
    const [first, second] = [block.take(), block.take()];
    await block.giveBack(first);
    expect(second).not.toBe(first);
    const rest = Array.from({ length: blockSize - 1 }, () => block.take());
    expect(rest).not.toContain(second);
    expect(rest.at(-1)).toBe(first);
  });

  test("is shared by the sandboxes of one process, and locked until the last of them closes", () => {
    const [one, other] = [open(), open()];
    expect(one.take()).not.toBe(other.take());
    expect(readdirSync(folder)).toEqual([`ridgepoint-uids-${firstTried}`]);
    one.close();
    one.close();
    expect(readdirSync(folder)).toHaveLength(1);
    other.close();
    expect(readdirSync(folder)).toEqual([]);
  });

  test("is never one that another run has locked, dead or alive", () => {
    writeFileSync(lockOf(firstTried), createRunIdentity().name);
    writeFileSync(lockOf((firstTried + 1) % blockCount), deadRun);
    expect(blockOf(open().take())).toBe((firstTried + 2) % blockCount);
  });

  test("holds no id of a user, a group or a running process", () => {
    const [, , last] = [0, 1, 127].map((i) => idsOf(firstTried)[i] as number);
    expect(blockOf(open({ knownIds: [0, 1000, last as number] }).take())).toBe((firstTried + 1) % blockCount);
  });

  test("is none where all ranges are somebody's", () => {
    const knownIds = Array.from({ length: blockCount }, (_, i) => firstUid + i * blockSize);
    expect(openUidBlock(createRunIdentity(), { folder, knownIds })).toBe(
      "no unused range of user ids was found",
    );
    expect(readdirSync(folder)).toEqual([]);
  });

  test("knows root, everybody in the list of users, and whoever runs this", () => {
    const listed = execFileSync("cut", ["-d:", "-f3", "/etc/passwd"], { encoding: "utf8" })
      .trim()
      .split("\n");
    expect(listKnownIds()).toEqual(
      expect.arrayContaining([0, process.getuid?.() ?? 0, ...listed.map(Number)]),
    );
  });
});

test("the layer is offered to root alone, and says so to others", async () => {
  const { reasons } = await probeMachine();
  if (isRoot && setpriv !== null)
    expect(reasons).not.toMatchObject({ "uid-drop": expect.stringContaining("root") });
  else
    expect(reasons["uid-drop"]).toMatch(/^only root can change to another user$|^setpriv is not installed/);
});

describe("a process with an id of its own", () => {
  test("leaves nothing that lives on once the id is given back, however it was started", async () => {
    const block = open(lockedForReal);
    const uid = block.take();
    const { file, args } = wrapInUidDrop(sleepers, setpriv ?? "/bin/false", uid);
    expect(args).toEqual(expect.arrayContaining([`--reuid=${uid}`, `--regid=${uid}`, "--no-new-privs"]));
    if (!isRoot || setpriv === null) return expect(file).toBe(setpriv ?? "/bin/false");
    started.push(await startProcess({ ...sleepers, file, args }));
    await waitFor(() => listOwned(uid).length >= 3);
    expect(readStatus(listOwned(uid)[0] ?? "")).toMatch(/^Groups:\s*$[\s\S]*^NoNewPrivs:\s+1$/m);
    await block.giveBack(uid);
    expect(listOwned(uid)).toEqual([]);
    expect(Array.from({ length: blockSize }, () => block.take())).toContain(uid);
  });
});

describe("a sweep", () => {
  test("frees the ids of a run that is gone and ends what still has them; live runs keep theirs", async () => {
    const block = open(lockedForReal);
    const [uid, dead] = [block.take(), lockOf(blockOf(block.take()))];
    const live = lockOf((blockOf(uid) + 1) % blockCount);
    writeFileSync(dead, deadRun);
    writeFileSync(live, createRunIdentity().name);
    if (!isRoot || setpriv === null) {
      expect([sweepUidBlocks(folder), existsSync(dead)]).toEqual([0, true]);
      return;
    }
    started.push(await startProcess(wrapInUidDrop(sleepers, setpriv, uid)));
    await waitFor(() => listOwned(uid).length >= 3);
    expect(sweepUidBlocks(folder)).toBeGreaterThanOrEqual(3);
    await waitFor(() => listOwned(uid).length === 0);
    expect([existsSync(dead), existsSync(live)]).toEqual([false, true]);
  });

  test("believes no lock that another user wrote, and none whose run it cannot read", () => {
    const [foreign, unreadable] = [lockOf(firstTried), lockOf((firstTried + 1) % blockCount)];
    writeFileSync(foreign, deadRun);
    if (isRoot) chownSync(foreign, 65_534, 65_534);
    writeFileSync(unreadable, "");
    expect(sweepUidBlocks(folder)).toBe(0);
    expect([existsSync(foreign), existsSync(unreadable)]).toEqual([true, true]);
  });
});

/** Three processes: one that its session has left, one in the background, and the shell that waits for them. */
const sleepers = {
  file: "/bin/sh",
  args: ["-c", "setsid sleep 600 & sleep 600 & wait"],
  env: { PATH: "/usr/bin:/bin" },
  cwd: "/",
};

function readStatus(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/status`, "latin1");
  } catch {
    return "";
  }
}

function listOwned(uid: number): readonly string[] {
  return readdirSync("/proc").filter((name) => {
    const status = /^\d+$/.test(name) ? readStatus(name) : "";
    return new RegExp(`^Uid:\\s+${uid}\\b`, "m").test(status) && !/^State:\s+Z/m.test(status);
  });
}

async function waitFor(isSo: () => boolean): Promise<void> {
  for (let tries = 0; tries < 500 && !isSo(); tries += 1)
    await new Promise((resolve) => setTimeout(resolve, 20));
  expect(isSo()).toBe(true);
}
