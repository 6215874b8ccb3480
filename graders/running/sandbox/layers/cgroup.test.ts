import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { mebibyte } from "../../../../reference/byte-sizes";
import { probeMachine } from "../probe/machine";
import { type ProcessCommand, runToEnd, type StartedProcess, startProcess } from "../process";
import { createRunIdentity, type RunIdentity } from "../run-identity";
import { type Cgroup, createCgroup, sweepCgroups, wrapInCgroup } from "./cgroup";
import { type CgroupBase, findCgroupBase } from "./cgroup-base";

const limits = { treeBytes: 128 * mebibyte, treeProcesses: 24 };
const run = createRunIdentity();
/** This process, but started at another time: its id was used again since. */
const deadRun = { name: run.name.replace(/^(\d+-\d+)-\d+-/, "$1-1-") };

let folder: string;
const started: StartedProcess[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "ridgepoint-test-"));
});
afterEach(() => {
  for (const one of started.splice(0)) one.kill();
  rmSync(folder, { recursive: true, force: true });
});

const sh = (script: string): ProcessCommand => ({
  file: "/bin/sh",
  args: ["-c", script],
  env: { PATH: "/usr/bin:/bin" },
  cwd: "/",
});

describe("a group as files: what the kernel would read", () => {
  const read = (path: string): string => readFileSync(join(folder, path), "utf8");
  const name = `ridgepoint-${run.name}-7`;
  const bases: Readonly<Record<1 | 2, () => CgroupBase>> = {
    1: () => {
      for (const one of ["memory", "pids"]) mkdirSync(join(folder, one));
      return { version: 1, folders: [join(folder, "memory"), join(folder, "pids")] };
    },
    2: () => ({ version: 2, folders: [folder] }),
  };

  test("limits of version 1 go to the group of each controller", () => {
    createCgroup(bases[1](), run, 7, limits);
    expect(read(`memory/${name}/memory.limit_in_bytes`)).toBe("134217728");
    expect(read(`pids/${name}/pids.max`)).toBe("24");
    expect(readdirSync(join(folder, "memory", name))).toEqual(["memory.limit_in_bytes"]);
  });

  test("limits of version 2 go to one group, and files that an older kernel lacks are not asked for", () => {
    createCgroup(bases[2](), run, 7, limits);
    expect([read(`${name}/memory.max`), read(`${name}/pids.max`)]).toEqual(["134217728", "24"]);
    expect(readdirSync(join(folder, name)).sort()).toEqual(["memory.max", "pids.max"]);
  });

  test.each([
    [1, "memory", "memory.oom_control", "oom_kill_disable 0\nunder_oom 0\noom_kill 1\n", "treeBytes"],
    [1, "memory", "memory.oom_control", "oom_kill_disable 0\nunder_oom 0\noom_kill 0\n", null],
    [1, "pids", "pids.events", "max 3\n", "treeProcesses"],
    [1, "pids", "pids.events", "max 0\n", null],
    [2, "", "memory.events", "low 0\nhigh 0\nmax 12\noom 1\noom_kill 1\noom_group_kill 0\n", "treeBytes"],
    [2, "", "memory.events", "low 0\nhigh 0\nmax 12\noom 0\noom_kill 0\n", null],
    [2, "", "pids.events", "max 1\n", "treeProcesses"],
  ] as const)(
    "version %d tells by its counts which limit was met: %s/%s %j is %s",
    (version, group, file, text, reached) => {
      const cgroup = createCgroup(bases[version](), run, 7, limits);
      expect(cgroup.findReachedLimit()).toBeNull();
      writeFileSync(join(folder, group, name, file), text);
      expect(cgroup.findReachedLimit()).toBe(reached);
    },
  );

  test("a group that is there already is refused: it is somebody else's", () => {
    const base = bases[2]();
    createCgroup(base, run, 7, limits);
    expect(() => createCgroup(base, run, 7, limits)).toThrow("EEXIST");
  });

  test("a command enters every group before it becomes the program, by the same process id", async () => {
    const cgroup = createCgroup(bases[1](), run, 7, limits);
    const command = sh('echo "$$" "$1"; exec sleep 0');
    const { stdout } = await runToEnd(
      wrapInCgroup({ ...command, args: [...command.args, "sh", "a 'quoted' $word"] }, cgroup),
      60_000,
    );
    const pid = read(`memory/${name}/cgroup.procs`);
    expect(read(`pids/${name}/cgroup.procs`)).toBe(pid);
    expect(stdout).toBe(`${pid.trim()} a 'quoted' $word\n`);
  });

  test("a command that cannot enter does not run at all", async () => {
    const nowhere: Cgroup = {
      folders: [join(folder, "none")],
      findReachedLimit: () => null,
      remove: async () => true,
    };
    const { code, stdout } = await runToEnd(wrapInCgroup(sh("echo ran"), nowhere), 60_000);
    expect([code === 0, stdout]).toEqual([false, ""]);
  });

  test("a sweep removes the groups of runs that are gone, and no others", async () => {
    const names = [
      `ridgepoint-${deadRun.name}-1`,
      `ridgepoint-${run.name}-2`,
      "ridgepoint-unreadable",
      "system.slice",
    ];
    for (const one of names) mkdirSync(join(folder, one));
    expect(await sweepCgroups({ version: 2, folders: [folder] })).toBe(1);
    expect(readdirSync(folder).sort()).toEqual(names.slice(1).sort());
  });
});

describe("a real group, where this machine lets one be made", () => {
  let basesMade = 0;
  type MakeCgroup = (index: number, owner?: RunIdentity) => Cgroup;

  /** Runs the test with groups that are removed afterwards, or makes sure that the report says why there is none. */
  async function withBase(use: (make: MakeCgroup, base: CgroupBase) => Promise<void>): Promise<void> {
    const base = findCgroupBase();
    const { reasons } = await probeMachine();
    if (typeof base !== "string" && reasons.cgroup === undefined) {
      const inner = makeInnerBase(base);
      const made: Cgroup[] = [];
      try {
        const make: MakeCgroup = (index, owner = run) => {
          const cgroup = createCgroup(inner, owner, index, limits);
          made.push(cgroup);
          return cgroup;
        };
        await use(make, inner);
      } finally {
        // A test that fails must not leave a folder in the way of the next one.
        for (const one of made) await one.remove();
        for (const one of inner.folders) rmdirSync(one);
      }
      return;
    }
    expect(reasons.cgroup).toMatch(typeof base === "string" ? /control group/ : /./);
  }

  /** Groups of our own to make groups in, out of the way of other runs' sweeps. */
  function makeInnerBase({ version, folders }: CgroupBase): CgroupBase {
    basesMade += 1;
    const inner = folders.map((one) => join(one, `test-of-${run.name}-${basesMade}`));
    for (const one of inner) {
      mkdirSync(one);
      if (version === 2) writeFileSync(join(one, "cgroup.subtree_control"), "+memory +pids");
    }
    return { version, folders: inner };
  }

  const listMembers = (cgroup: Cgroup): readonly string[] =>
    readFileSync(join(cgroup.folders[0] ?? "", "cgroup.procs"), "utf8")
      .split("\n")
      .filter(Boolean);

  test("bounds the memory of everything in it together, and says so", () =>
    withBase(async (makeCgroup) => {
      const cgroup = makeCgroup(1);
      // Each fits alone and holds what it has until it is killed: however slowly they start, all three meet at last.
      const fill =
        "const all = []; for (let i = 0; i < 6; i += 1) all.push(Buffer.alloc(1 << 24, 1)); setInterval(() => all.length, 1000)";
      const one = `${process.execPath} -e '${fill}'`;
      started.push(await startProcess(wrapInCgroup(sh(`${one} & ${one} & ${one} & wait`), cgroup)));
      await waitFor(() => cgroup.findReachedLimit() !== null);
      expect(cgroup.findReachedLimit()).toBe("treeBytes");
      await cgroup.remove();
    }));

  test("bounds the number of its processes, and says so", () =>
    withBase(async (makeCgroup) => {
      const cgroup = makeCgroup(2);
      const spawn = "i=0; while [ $i -lt 40 ]; do sleep 600 & i=$((i+1)); done; wait";
      started.push(await startProcess(wrapInCgroup(sh(spawn), cgroup)));
      await waitFor(() => cgroup.findReachedLimit() !== null);
      expect(cgroup.findReachedLimit()).toBe("treeProcesses");
      expect(listMembers(cgroup).length).toBeLessThanOrEqual(limits.treeProcesses);
      await cgroup.remove();
    }));

  test("takes with it, when it is removed, whatever left the group, the session and the parent behind", () =>
    withBase(async (makeCgroup) => {
      const cgroup = makeCgroup(3);
      const leave = "setsid sh -c 'sleep 600 & sleep 600 &'";
      await runToEnd(wrapInCgroup(sh(leave), cgroup), 60_000);
      await waitFor(() => listMembers(cgroup).length === 2);
      const members = listMembers(cgroup);
      await cgroup.remove();
      await waitFor(() => members.every(isGone));
      expect(cgroup.folders.filter((one) => existsSync(one))).toEqual([]);
      await cgroup.remove();
    }));

  test("of a run that is gone is swept with what runs in it, and that of a live run is not", () =>
    withBase(async (makeCgroup, base) => {
      const [dead, live] = [makeCgroup(4, deadRun), makeCgroup(5)];
      started.push(await startProcess(wrapInCgroup(sh("exec sleep 600"), dead)));
      started.push(await startProcess(wrapInCgroup(sh("exec sleep 600"), live)));
      await waitFor(() => listMembers(dead).length + listMembers(live).length === 2);
      expect(await sweepCgroups(base)).toBeGreaterThanOrEqual(dead.folders.length);
      expect(dead.folders.filter((one) => existsSync(one))).toEqual([]);
      expect(listMembers(live)).toHaveLength(1);
      await live.remove();
      expect(readdirSync(base.folders[0] ?? "")).not.toContain(basename(live.folders[0] ?? ""));
    }));

  function isGone(pid: string): boolean {
    try {
      return /^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, "latin1"));
    } catch {
      return true;
    }
  }
});

async function waitFor(isSo: () => boolean): Promise<void> {
  for (let tries = 0; tries < 2000 && !isSo(); tries += 1)
    await new Promise((resolve) => setTimeout(resolve, 20));
  expect(isSo()).toBe(true);
}
