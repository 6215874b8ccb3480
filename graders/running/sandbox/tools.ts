/** What this machine has for confining programs: found, not yet tried. */
import { type CgroupBase, findCgroupBase } from "./layers/cgroup-base";
import type { Bubblewrap } from "./layers/namespaces";
import { findNodeFiles } from "./layers/node-files";
import { findPermissionFlag } from "./layers/permission-model";
import { buildSeccompFilter } from "./layers/seccomp";
import { runToEnd, type ShortRun } from "./process";
import { findSystemProgram } from "./system-program";

export interface LocatedTools {
  readonly permissionFlag: string | null;
  readonly prlimit: string | null;
  readonly bwrap: string | null;
  readonly seccompFilter: Buffer | null;
  /** Or why there is none. */
  readonly cgroupBase: CgroupBase | string;
  /** Only root can change to another user. */
  readonly setpriv: string | null;
}

export interface Tools extends LocatedTools {
  /** What has to be asked of bwrap and of Node, once. */
  readonly bubblewrap: Bubblewrap | null;
}

const timeoutMs = 30_000;

export function locateTools(): LocatedTools {
  return {
    permissionFlag: findPermissionFlag(),
    prlimit: findSystemProgram("prlimit"),
    bwrap: findSystemProgram("bwrap"),
    seccompFilter: buildSeccompFilter(),
    cgroupBase: findCgroupBase(),
    setpriv: isRoot() ? findSystemProgram("setpriv") : null,
  };
}

export function isRoot(): boolean {
  return process.getuid?.() === 0;
}

export async function completeTools(located: LocatedTools): Promise<Tools> {
  return { ...located, bubblewrap: located.bwrap === null ? null : await examineBubblewrap(located.bwrap) };
}

async function examineBubblewrap(path: string): Promise<Bubblewrap> {
  const { stdout } = await ask(path, "--help");
  return {
    path,
    canDisableUserNamespaces: stdout.includes("--disable-userns"),
    nodeFiles: await findNodeFiles(),
  };
}

/** First line of what each program says about its version, by name. */
export async function readSystemVersions(tools: Tools): Promise<Readonly<Record<string, string>>> {
  const programs = { bubblewrap: tools.bwrap, prlimit: tools.prlimit, setpriv: tools.setpriv };
  const versions: Record<string, string> = { node: process.versions.node };
  for (const [name, path] of Object.entries(programs)) {
    if (path === null) continue;
    const { stdout } = await ask(path, "--version");
    versions[name] = stdout.trim().split("\n")[0]?.split(" ").at(-1) ?? "";
  }
  return versions;
}

function ask(path: string, flag: string): Promise<ShortRun> {
  return runToEnd({ file: path, args: [flag], env: {}, cwd: "/" }, timeoutMs);
}
