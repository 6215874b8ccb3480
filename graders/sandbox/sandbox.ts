/**
 * The seam between running submissions and what confines them.
 *
 * A sandbox is made once per batch. For every fresh process it hands out a command line; which layers are wrapped
 * around it is nobody else's business.
 */
import type { Compiler } from "../engine/compile";
import { UsageError } from "../engine/usage-error";
import { listPermissionFlags, listRuntimeFlags } from "./layers/permission-model";
import { findRlimits, type ResourceLimits } from "./layers/rlimits";
import type { Limits } from "./limits";
import type { ProcessCommand } from "./process";
import { type RunnerFolder, writeRunner } from "./runner-folder";

export type SandboxMode = "auto" | "required" | "none";
export type SandboxLevel = "full" | "strong" | "partial" | "minimal";
export type LayerName =
  | "process"
  | "rlimits"
  | "permission-model"
  | "namespaces"
  | "seccomp"
  | "cgroup"
  | "uid-drop";

export interface MissingLayer {
  readonly layer: LayerName;
  readonly why: string;
  /** What a submission can do for lack of it: "a submission can open network connections". */
  readonly means: string;
}

/** Stands in every record, so that two machines can be compared. */
export interface SandboxReport {
  readonly level: SandboxLevel;
  readonly active: readonly LayerName[];
  readonly missing: readonly MissingLayer[];
}

/** One process to be: what to start, and what to give back once it has ended. */
export interface SandboxedStart {
  readonly command: ProcessCommand;
  release(): Promise<void>;
}

export interface Sandbox {
  readonly report: SandboxReport;
  prepareStart(): Promise<SandboxedStart>;
  /** Removes what the batch left on disk; safe to call twice. */
  close(): Promise<void>;
}

/** Turns a command into one that is confined a little more. */
type Wrap = (command: ProcessCommand) => ProcessCommand;

const meanings: Readonly<Record<Exclude<LayerName, "process">, string>> = {
  rlimits: "a submission can fill the memory and the disk of this machine until its time is up",
  "permission-model": "a submission can read and change your files and start programs",
  namespaces: "a submission can open network connections, signal your processes and read the grader's memory",
  seccomp: "a submission can use every system call of the kernel",
  cgroup: "memory is limited for each process, not for all that a submission starts together",
  "uid-drop": "a submission runs as your own user",
};

/**
 * Chooses the layers that this machine offers and prepares the child's runner, compiled once per batch.
 *
 * @param mode "auto": the best there is; "required": at least strong; "none": a bare process with a time limit
 * @throws UsageError when mode is "required" and the level is below strong
 * @throws GraderFault when not even a bare process can be prepared
 */
export async function createSandbox(mode: SandboxMode, limits: Limits, compiler: Compiler): Promise<Sandbox> {
  const runner = await writeRunner(compiler);
  try {
    const { wraps, report } = await chooseLayers(mode, limits, runner);
    if (mode === "required" && report.level !== "full" && report.level !== "strong") {
      throw new UsageError(describeShortfall(report));
    }
    return buildSandbox(runner, report, wraps);
  } catch (error) {
    runner.remove();
    throw error;
  }
}

function buildSandbox(runner: RunnerFolder, report: SandboxReport, wraps: readonly Wrap[]): Sandbox {
  const bare: ProcessCommand = {
    file: process.execPath,
    args: [runner.entry],
    env: { PATH: "/nonexistent", HOME: "/nonexistent", TZ: "UTC", LANG: "C.UTF-8" },
    cwd: runner.folder,
  };
  const command = wraps.reduce((inner, wrap) => wrap(inner), bare);
  return {
    report,
    prepareStart: async () => ({ command, release: async () => {} }),
    close: async () => runner.remove(),
  };
}

/** Innermost first: Node's own flags, then what is wrapped around Node. */
async function chooseLayers(
  mode: SandboxMode,
  limits: Limits,
  runner: RunnerFolder,
): Promise<{ wraps: readonly Wrap[]; report: SandboxReport }> {
  const wraps: Wrap[] = [(command) => ({ ...command, args: [...listRuntimeFlags(limits), ...command.args] })];
  const active: LayerName[] = ["process"];
  const missing: MissingLayer[] = [];
  const add = (layer: keyof typeof meanings, wrap: Wrap | string): void => {
    const chosen = mode === "none" ? "switched off by --sandbox=none" : wrap;
    if (typeof chosen === "string") missing.push({ layer, why: chosen, means: meanings[layer] });
    else {
      active.push(layer);
      wraps.push(chosen);
    }
  };
  add("permission-model", wrapInPermissions(runner));
  add("rlimits", mode === "none" ? "" : await wrapInRlimits(limits));
  for (const layer of ["namespaces", "seccomp", "cgroup", "uid-drop"] as const) {
    add(layer, "not part of this version yet");
  }
  return { wraps, report: { level: rateLayers(active), active, missing } };
}

function wrapInPermissions(runner: RunnerFolder): Wrap | string {
  const flags = listPermissionFlags(runner.entry);
  if (flags === null) return `Node ${process.versions.node} has no permission model`;
  return (command) => ({ ...command, args: [...flags, ...command.args] });
}

async function wrapInRlimits(limits: Limits): Promise<Wrap | string> {
  const resources = listResourceLimits(limits);
  const wrap = await findRlimits(resources);
  return typeof wrap === "string" ? wrap : (command) => wrap(command, resources);
}

function listResourceLimits(limits: Limits): ResourceLimits {
  const { dataBytes, fileBytes, openFiles } = limits;
  return { dataBytes, fileBytes, openFiles, processorSeconds: Math.ceil(limits.totalMs / 1000) + 1 };
}

function rateLayers(active: readonly LayerName[]): SandboxLevel {
  const has = (...layers: LayerName[]): boolean => layers.every((layer) => active.includes(layer));
  if (!has("rlimits", "permission-model")) return "minimal";
  if (!has("namespaces", "seccomp")) return "partial";
  return has("cgroup", "uid-drop") ? "full" : "strong";
}

function describeShortfall({ level, missing }: SandboxReport): string {
  const reasons = missing.map(({ layer, why }) => `${layer} (${why})`);
  return `--sandbox=required needs level strong, this machine offers ${level}; missing: ${reasons.join(", ")}`;
}
