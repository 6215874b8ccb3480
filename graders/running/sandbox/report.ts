/** Rates what the probes found: the level, the layers that are active, and what a missing one means. */
import {
  type LayerName,
  layerNames,
  type OptionalLayer,
  type SandboxLevel,
  type SandboxReport,
} from "../../contract/sandbox-report";

/** Why a layer is missing; one without a reason is active. */
export type Reasons = Readonly<Partial<Record<OptionalLayer, string>>>;

const meanings: Readonly<Record<OptionalLayer, string>> = {
  rlimits: "a submission can fill the memory and the disk of this machine until its time is up",
  "permission-model": "a submission can read and change your files and start programs",
  namespaces: "a submission can open network connections and sockets",
  seccomp: "a submission can use every system call of the kernel",
  cgroup: "memory is limited for each process, not for all that a submission starts together",
  "uid-drop": "a submission runs as your own user",
};

/** Without namespaces and without a user of its own, only Node's permission model stands before these. */
const unguarded =
  "a submission can open network connections and sockets, and only Node's permission model keeps your files and the grader's memory from it";

export function buildReport(reasons: Reasons): SandboxReport {
  const active = layerNames.filter((layer) => reasons[layer] === undefined);
  const isGuarded = active.includes("uid-drop");
  const missing = layerNames.flatMap((layer) => {
    const why = reasons[layer];
    if (why === undefined) return [];
    return [{ layer, why, means: layer === "namespaces" && !isGuarded ? unguarded : meanings[layer] }];
  });
  return { level: rateLayers(active), active: ["process", ...active], missing };
}

function rateLayers(active: readonly LayerName[]): SandboxLevel {
  const has = (...layers: LayerName[]): boolean => layers.every((layer) => active.includes(layer));
  if (!has("rlimits", "permission-model")) return "minimal";
  if (!has("namespaces", "seccomp")) return "partial";
  return has("cgroup", "uid-drop") ? "full" : "strong";
}

export function describeShortfall({ level, missing }: SandboxReport): string {
  const reasons = missing.map(({ layer, why }) => `${layer} (${why})`);
  return `--sandbox=required needs level strong, this machine offers ${level}; missing: ${reasons.join(", ")}`;
}
