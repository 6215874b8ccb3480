/**
 * Findings of the probes on disk, in a folder that only this user can write: anybody who could plant them there
 * could switch layers off unseen.
 */
import { createHash } from "node:crypto";
import {
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { homedir, release, tmpdir } from "node:os";
import { join } from "node:path";
import { layerNames } from "../../../contract/sandbox-report";
import type { Bubblewrap } from "../layers/namespaces";
import type { Reasons } from "../report";
import type { LocatedTools, Tools } from "../tools";
import { attemptProgram } from "./attempts";
import { promises } from "./probe";

/** What this machine offers, as it was found by trying. */
export interface MachineFindings {
  readonly tools: Tools;
  readonly reasons: Reasons;
  /** RFC 3339. */
  readonly probedAt: string;
  /** Version by program. */
  readonly versions: Readonly<Record<string, string>>;
}

type Findings = Omit<MachineFindings, "tools"> & {
  readonly key: string;
  readonly bubblewrap: Bubblewrap | null;
};

/** What the findings depend on besides the programs; a file that is not there is a fact too. */
const kernelFiles = [
  "/proc/sys/kernel/random/boot_id",
  "/proc/sys/user/max_user_namespaces",
  "/proc/sys/kernel/unprivileged_userns_clone",
  "/proc/sys/kernel/apparmor_restrict_unprivileged_userns",
  "/proc/self/cgroup",
  "/proc/self/attr/current",
];
/** Surroundings change (containers, boots); what was found in earlier ones is not kept for ever. */
const maxFiles = 16;
const namespaces = ["user", "pid", "net", "mnt", "cgroup"];
const statusLines = /^(Uid|Gid|Cap\w+|NoNewPrivs|Seccomp):.*$/gm;

/** Null where there are none, they are about something else, or their folder is not safe. */
export function readFindings(located: LocatedTools): MachineFindings | null {
  try {
    const folder = openFolder();
    if (folder === null) return null;
    const found = JSON.parse(readFileSync(join(folder, nameFile(located)), "utf8")) as Findings;
    if (found.key !== digestSurroundings(located) || !isWellFormed(found)) return null;
    const { reasons, probedAt, versions, bubblewrap } = found;
    return { tools: { ...located, bubblewrap }, reasons, probedAt, versions };
  } catch {
    return null;
  }
}

/** Does nothing where no folder is safe: the next process probes again. */
export function writeFindings({ tools, reasons, probedAt, versions }: MachineFindings): void {
  try {
    const folder = openFolder();
    if (folder === null) return;
    const { bubblewrap } = tools;
    const findings: Findings = { key: digestSurroundings(tools), reasons, probedAt, versions, bubblewrap };
    const path = join(folder, nameFile(tools));
    const unfinished = `${path}.${process.pid}`;
    writeFileSync(unfinished, JSON.stringify(findings), { mode: 0o600 });
    renameSync(unfinished, path);
    removeOldest(folder);
  } catch {
    // A cache only.
  }
}

function removeOldest(folder: string): void {
  const files = readdirSync(folder)
    .map((name) => join(folder, name))
    .map((path) => ({ path, time: statSync(path).mtimeMs }))
    .sort((a, b) => b.time - a.time);
  for (const { path } of files.slice(maxFiles)) rmSync(path, { force: true });
}

/** Several checkouts and containers may share the folder; each keeps its own file. */
function nameFile(tools: LocatedTools): string {
  return `probes-${digestSurroundings(tools).slice(0, 16)}.json`;
}

function digestSurroundings(tools: LocatedTools): string {
  const { permissionFlag, prlimit, bwrap, setpriv, cgroupBase, seccompFilter } = tools;
  const programs = [process.execPath, bwrap, prlimit, setpriv].map((path) => {
    if (path === null) return null;
    const { mtimeMs, size } = statSync(path);
    return [path, mtimeMs, size];
  });
  const facts = {
    programs,
    layers: [permissionFlag, cgroupBase, seccompFilter?.toString("base64") ?? null],
    probes: [attemptProgram, promises],
    system: [release(), process.arch, process.versions.node, tmpdir()],
    kernel: kernelFiles.map((path) => attempt(() => readFileSync(path, "utf8"))),
    namespaces: namespaces.map((name) => attempt(() => readlinkSync(`/proc/self/ns/${name}`))),
    status: attempt(() => (readFileSync("/proc/self/status", "utf8").match(statusLines) ?? []).join()),
  };
  return createHash("sha256").update(JSON.stringify(facts)).digest("hex");
}

/** The user's cache, or a folder of our own among the temporary files. Null where neither is ours alone. */
function openFolder(): string | null {
  const candidates = [process.env.XDG_CACHE_HOME ?? join(homedir(), ".cache"), tmpdir()];
  for (const base of candidates) {
    const folder = join(base, `ridgepoint-${process.getuid?.() ?? "user"}`);
    attempt(() => mkdirSync(folder, { mode: 0o700 }));
    if (isOursAlone(folder)) return folder;
  }
  return null;
}

function isOursAlone(folder: string): boolean {
  const stat = lstatSync(folder, { throwIfNoEntry: false });
  return stat?.isDirectory() === true && stat.uid === process.getuid?.() && (stat.mode & 0o077) === 0;
}

function isWellFormed({ reasons, probedAt, versions }: Findings): boolean {
  const isText = (value: unknown): boolean => typeof value === "string";
  const knows = (name: string): boolean => (layerNames as readonly string[]).includes(name);
  return (
    isText(probedAt) &&
    Object.entries(reasons).every(([name, why]) => knows(name) && isText(why)) &&
    Object.values(versions).every(isText)
  );
}

function attempt<T>(read: () => T): T | null {
  try {
    return read();
  } catch {
    return null;
  }
}
