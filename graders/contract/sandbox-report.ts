/** What a sandbox says about itself: which layers are active, which are missing, and what that means. */

export type LayerName =
  | "process"
  | "rlimits"
  | "permission-model"
  | "namespaces"
  | "seccomp"
  | "cgroup"
  | "uid-drop";

export type SandboxMode = "auto" | "required" | "none";
export type SandboxLevel = "full" | "strong" | "partial" | "minimal";

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

/** Every layer besides the fresh process, which is always there, in the order of a report. */
export const layerNames = [
  "permission-model",
  "rlimits",
  "namespaces",
  "seccomp",
  "cgroup",
  "uid-drop",
] as const;

export type OptionalLayer = (typeof layerNames)[number];
