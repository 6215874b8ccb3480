/**
 * Which layers this machine offers: each tried alone, then all that held together. The findings are kept until
 * something changes that they depend on (boot, kernel settings, versions, the user, the container).
 */
import { GraderFault } from "../../../contract/faults";
import type { LayerName } from "../../../contract/sandbox-report";
import { layerNames, type OptionalLayer } from "../../../contract/sandbox-report";
import type { Reasons } from "../report";
import {
  completeTools,
  isRoot,
  type LocatedTools,
  locateTools,
  readSystemVersions,
  type Tools,
} from "../tools";
import { type MachineFindings, readFindings, writeFindings } from "./findings";
import { probeLayers, promises, type Shortfall } from "./probe";

/** Layers that are given up, in turn, should all of them not come up together. */
const sacrifices: readonly (readonly OptionalLayer[])[] = [
  [],
  ["uid-drop"],
  ["cgroup"],
  ["uid-drop", "cgroup"],
  ["namespaces", "seccomp"],
  ["namespaces", "seccomp", "cgroup"],
];

let probing: Promise<MachineFindings> | null = null;

/**
 * Probes once per process, and not at all where findings of an earlier process still hold.
 *
 * @throws GraderFault when not even a bare process starts
 */
export function probeMachine(options: { readonly afresh?: boolean } = {}): Promise<MachineFindings> {
  if (options.afresh === true) return probeAfresh(locateTools());
  probing ??= findOrProbe();
  return probing;
}

async function findOrProbe(): Promise<MachineFindings> {
  const located = locateTools();
  return readFindings(located) ?? (await probeAfresh(located));
}

async function probeAfresh(located: LocatedTools): Promise<MachineFindings> {
  const tools = await completeTools(located);
  const bare = await probeLayers(new Set(), [], tools);
  if (bare !== null) throw new GraderFault(`a fresh Node process ${bare}`);
  const alone = await probeEach(tools);
  const reasons = { ...alone, ...(await probeTogether(alone, tools)) };
  const machine = {
    tools,
    reasons,
    probedAt: new Date().toISOString(),
    versions: await readSystemVersions(tools),
  };
  writeFindings(machine);
  return machine;
}

async function probeEach(tools: Tools): Promise<Reasons> {
  const reasons: Partial<Record<OptionalLayer, string>> = {};
  const note = (layer: OptionalLayer, why: Shortfall): void => {
    if (why !== null) reasons[layer] = why;
  };
  await Promise.all(
    layerNames.map(async (layer) => {
      if (layer !== "seccomp") note(layer, findObstacle(layer, tools) ?? (await probeAlone(layer, tools)));
    }),
  );
  // A filter is installed by bwrap, so there is none without it.
  const obstacle = reasons.namespaces === undefined ? findObstacle("seccomp", tools) : "needs namespaces";
  note("seccomp", obstacle ?? (await probeAlone("seccomp", tools)));
  return reasons;
}

function probeAlone(layer: OptionalLayer, tools: Tools): Promise<Shortfall> {
  const layers: readonly LayerName[] = layer === "seccomp" ? ["namespaces", layer] : [layer];
  return probeLayers(new Set(layers), promises[layer], tools);
}

/** What is known to be missing without trying. */
function findObstacle(layer: OptionalLayer, tools: Tools): Shortfall {
  switch (layer) {
    case "permission-model":
      return tools.permissionFlag === null ? `Node ${process.versions.node} has no permission model` : null;
    case "rlimits":
      return tools.prlimit === null ? "prlimit is not installed (util-linux on Linux)" : null;
    case "namespaces":
      return tools.bwrap === null ? "bubblewrap is not installed" : null;
    case "seccomp":
      return tools.seccompFilter === null ? `no table of system calls for ${process.arch}` : null;
    case "cgroup":
      return typeof tools.cgroupBase === "string" ? tools.cgroupBase : null;
    case "uid-drop":
      if (!isRoot()) return "only root can change to another user";
      return tools.setpriv === null ? "setpriv is not installed (util-linux on Linux)" : null;
  }
}

/** Reasons for the layers that had to be given up. Node's permission model is left out: it would hide the others' gaps. */
async function probeTogether(alone: Reasons, tools: Tools): Promise<Reasons> {
  const good = layerNames.filter((layer) => alone[layer] === undefined);
  let because: Shortfall = null;
  for (const given of sacrifices) {
    const layers = good.filter((layer) => !given.includes(layer));
    if (given.some((layer) => !good.includes(layer)) && given.length > 0) continue;
    const shortfall = await probeChain(layers, tools);
    if (shortfall === null) return giveUp(given, because);
    because = shortfall;
  }
  const rest = good.filter((layer) => layer !== "permission-model");
  return giveUp(rest, because);
}

async function probeChain(layers: readonly OptionalLayer[], tools: Tools): Promise<Shortfall> {
  const outer = layers.filter((layer) => layer !== "permission-model");
  const attempts = [...new Set(outer.flatMap((layer) => promises[layer]))];
  const shortfall = await probeLayers(new Set(outer), attempts, tools);
  return shortfall ?? (await probeLayers(new Set(layers), [], tools));
}

function giveUp(layers: readonly OptionalLayer[], because: Shortfall): Reasons {
  const why = `does not work together with the other layers: ${because}`;
  return Object.fromEntries(layers.map((layer) => [layer, why]));
}
