import { type CgroupFiles, findCgroupBase } from "./cgroup-base";

const version1 = `tmpfs /sys/fs/cgroup tmpfs ro,nosuid,mode=755 0 0
cgroup /sys/fs/cgroup/systemd cgroup rw,nosuid,xattr,name=systemd 0 0
cgroup /sys/fs/cgroup/cpu,cpuacct cgroup rw,nosuid,cpu,cpuacct 0 0
cgroup /sys/fs/cgroup/memory cgroup rw,nosuid,memory 0 0
cgroup /sys/fs/cgroup/pids cgroup rw,nosuid,pids 0 0
`;
const version2 = "cgroup2 /sys/fs/cgroup cgroup2 rw,nosuid,nodev,noexec,relatime,nsdelegate 0 0\n";
const unified = "cgroup2 /sys/fs/cgroup/unified cgroup2 rw,nosuid 0 0\n";
const bothControllers = "cpuset cpu io memory pids\n";

interface System {
  readonly mounts?: string;
  readonly own?: string;
  /** Folders with `cgroup.procs` (version 1). */
  readonly groups?: readonly string[];
  /** What groups of version 2 hand to their children, by folder. */
  readonly handedDown?: Readonly<Record<string, string>>;
  readonly readOnly?: readonly string[];
}

function describeSystem({ mounts, own, groups = [], handedDown = {}, readOnly = [] }: System): CgroupFiles {
  const files = new Map<string, string>([
    ...groups.map((folder) => [`${folder}/cgroup.procs`, ""] as const),
    ...Object.entries(handedDown).map(
      ([folder, text]) => [`${folder}/cgroup.subtree_control`, text] as const,
    ),
  ]);
  if (mounts !== undefined) files.set("/proc/self/mounts", mounts);
  if (own !== undefined) files.set("/proc/self/cgroup", own);
  return { read: (path) => files.get(path) ?? null, isWritable: (folder) => !readOnly.includes(folder) };
}

const ownVersion1 =
  "12:pids:/user.slice\n9:memory:/user.slice/user-1000\n4:cpu,cpuacct:/\n1:name=systemd:/\n";
const memory = "/sys/fs/cgroup/memory";
const pids = "/sys/fs/cgroup/pids";

describe("groups are made", () => {
  test.each<[string, System, unknown]>([
    [
      "below our own, per controller, where version 1 has both",
      {
        mounts: version1,
        own: ownVersion1,
        groups: [memory, `${memory}/user.slice/user-1000`, pids, `${pids}/user.slice`],
      },
      { version: 1, folders: [`${memory}/user.slice/user-1000`, `${pids}/user.slice`] },
    ],
    [
      "at the mount, where a container sees its own group there and not by its name",
      { mounts: version1, own: "9:memory:/docker/4f2a\n8:pids:/docker/4f2a\n", groups: [memory, pids] },
      { version: 1, folders: [memory, pids] },
    ],
    [
      "below our own, where two controllers of version 1 share a mount",
      {
        mounts: "cgroup /cg/both cgroup rw,memory,pids 0 0\n",
        own: "3:memory,pids:/a\n",
        groups: ["/cg/both/a", "/cg/both"],
      },
      { version: 1, folders: ["/cg/both/a", "/cg/both/a"] },
    ],
    [
      "below our own, where version 2 lets it hand both controllers on",
      {
        mounts: version2,
        own: "0::/app.slice\n",
        handedDown: { "/sys/fs/cgroup/app.slice": bothControllers },
      },
      { version: 2, folders: ["/sys/fs/cgroup/app.slice"] },
    ],
    [
      "beside our own, where version 2 lets only the group above hand them on",
      {
        mounts: version2,
        own: "0::/app.slice/shell.scope\n",
        handedDown: {
          "/sys/fs/cgroup/app.slice/shell.scope": "\n",
          "/sys/fs/cgroup/app.slice": "memory pids\n",
        },
      },
      { version: 2, folders: ["/sys/fs/cgroup/app.slice"] },
    ],
    [
      "at the top, where only that hands both on",
      {
        mounts: version2,
        own: "0::/a/b\n",
        handedDown: { "/sys/fs/cgroup/a": "memory\n", "/sys/fs/cgroup": bothControllers },
      },
      { version: 2, folders: ["/sys/fs/cgroup"] },
    ],
    [
      "in version 1, where both are mounted and the controllers are there",
      { mounts: version1 + unified, own: `${ownVersion1}0::/user.slice\n`, groups: [memory, pids] },
      { version: 1, folders: [memory, pids] },
    ],
    [
      "in version 2, where version 1 is mounted for systemd's names alone",
      {
        mounts: `cgroup /sys/fs/cgroup/systemd cgroup rw,name=systemd 0 0\n${unified}`,
        own: "1:name=systemd:/\n0::/x\n",
        handedDown: { "/sys/fs/cgroup/unified/x": bothControllers },
      },
      { version: 2, folders: ["/sys/fs/cgroup/unified/x"] },
    ],
  ])("%s", (_, system, base) => {
    expect(findCgroupBase(describeSystem(system))).toEqual(base);
  });
});

describe("no groups are made, and the reason is given", () => {
  test.each<[string, System, string]>([
    ["without /proc", {}, "this system has no control groups"],
    [
      "without any mount",
      { mounts: "proc /proc proc rw 0 0\n", own: "0::/\n" },
      "no control group here has the memory and the pids controller",
    ],
    [
      "where version 1 has no pids controller and version 2 none at all",
      {
        mounts: version1.replace(/^.* cgroup rw,nosuid,pids .*\n/m, "") + unified,
        own: `${ownVersion1}0::/\n`,
        groups: [memory],
        handedDown: { "/sys/fs/cgroup/unified": "\n" },
      },
      "no control group here has the memory and the pids controller",
    ],
    [
      "where a controller's name is only a part of another's",
      { mounts: version2, own: "0::/\n", handedDown: { "/sys/fs/cgroup": "memory pids_extra\n" } },
      "no control group here has the memory and the pids controller",
    ],
    [
      "where one of them may not be written",
      { mounts: version1, own: ownVersion1, groups: [memory, pids], readOnly: [pids] },
      "the control groups cannot be written by this user",
    ],
  ])("%s", (_, system, reason) => {
    expect(findCgroupBase(describeSystem(system))).toBe(reason);
  });
});

test("this system has a base of folders, or a reason why not", () => {
  const base = findCgroupBase();
  if (typeof base === "string") expect(base).toMatch(/control group/);
  else expect(base.folders).toHaveLength(base.version === 1 ? 2 : 1);
});
