/**
 * The seam between running submissions and what confines them.
 *
 * A sandbox is made once per batch. For every fresh process it hands out a command line; which layers are wrapped
 * around it is nobody else's business.
 */
import { GraderFault } from "../contract";
import type { Compiler } from "../engine/compile";
import type { Limits } from "./limits";

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

/** How to start one process. Nothing of the parent's environment is inherited. */
export interface SandboxCommand {
  readonly file: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly cwd: string;
}

/** One process to be: what to start, and what to give back once it has ended. */
export interface SandboxedStart {
  readonly command: SandboxCommand;
  release(): Promise<void>;
}

export interface Sandbox {
  readonly report: SandboxReport;
  prepareStart(): Promise<SandboxedStart>;
  /** Removes what the batch left on disk; safe to call twice. */
  close(): Promise<void>;
}

/**
 * Chooses the layers that this machine offers and prepares the child's runner, compiled once per batch.
 *
 * @throws UsageError when mode is "required" and the level is below strong
 * @throws GraderFault when not even a bare process can be prepared
 */
export async function createSandbox(mode: SandboxMode, limits: Limits, compiler: Compiler): Promise<Sandbox> {
  throw new GraderFault(`not built yet: ${mode} ${limits.callMs} ${typeof compiler}`);
}
