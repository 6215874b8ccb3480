/**
 * The seam between running submissions and what confines them.
 *
 * A sandbox is made once per batch, from layers that were tried on this machine. For every fresh process it hands
 * out a command line; which layers are wrapped around it is nobody else's business. What was found active at the
 * start is what every start of the batch gets: a layer that fails later is a fault of ours, never a way around it.
 */

import type { Compiler } from "../../contract/compiled";
import { UsageError } from "../../contract/faults";
import type { Limits } from "../../contract/limits";
import type { LayerName } from "../../contract/sandbox-report";
import { layerNames, type SandboxMode, type SandboxReport } from "../../contract/sandbox-report";
import { type ConfinedStart, openConfinement } from "./confinement";
import type { Program, ResourceLimits } from "./layers/layer";
import { frozenFlags, limitHeap, listRuntimeFlags } from "./layers/permission-model";
import type { MachineFindings } from "./probe/findings";
import { probeMachine } from "./probe/machine";
import { buildReport, describeShortfall, type Reasons } from "./report";
import { openRunFolder, type RunFolder } from "./run-folder";
import { Survivors } from "./survivors";
import { sweepDeadRuns } from "./sweep";
import { writeRunner } from "./write-runner";

export interface Sandbox {
  readonly report: SandboxReport;
  /** What an earlier run that was killed had left behind, in words; empty when there was nothing. */
  readonly notes: readonly string[];
  prepareStart(): Promise<ConfinedStart>;
  /** Removes what the batch left on disk; safe to call twice. */
  close(): Promise<void>;
}

export interface SandboxOptions {
  /** Layers to leave out although the machine offers them, and why, for the report. */
  readonly without?: Reasons;
}

/**
 * Chooses the layers that this machine offers and prepares the child's runner, compiled once per batch.
 *
 * @param mode "auto": the best there is; "required": at least strong; "none": a bare process with a time limit
 * @throws UsageError when mode is "required" and the level is below strong
 * @throws GraderFault when not even a bare process can be prepared
 */
export async function createSandbox(
  mode: SandboxMode,
  limits: Limits,
  compiler: Compiler,
  options: SandboxOptions = {},
): Promise<Sandbox> {
  const machine = await probeMachine();
  const reasons = chooseReasons(mode, machine, options);
  const report = buildReport(reasons);
  if (mode === "required" && report.level !== "full" && report.level !== "strong") {
    throw new UsageError(describeShortfall(report));
  }
  const notes = await sweepDeadRuns(machine.tools);
  const folder = openRunFolder();
  try {
    return openSandbox(
      machine,
      { report, notes },
      { folder, runner: await writeRunner(compiler, folder) },
      limits,
    );
  } catch (error) {
    folder.remove();
    throw error;
  }
}

function openSandbox(
  { tools }: MachineFindings,
  { report, notes }: Pick<Sandbox, "report" | "notes">,
  { folder, runner }: { readonly folder: RunFolder; readonly runner: string },
  limits: Limits,
): Sandbox {
  const layers: ReadonlySet<LayerName> = new Set(report.active);
  const confinement = openConfinement(layers, tools, folder, limits);
  const survivors = new Survivors(folder.path);
  const isSealed = layers.has("namespaces") || layers.has("uid-drop") || layers.has("cgroup");
  refuseDebugger();
  return {
    report,
    notes,
    prepareStart: async () => {
      const home = isSealed ? "/nonexistent" : survivors.nextHome();
      const start = confinement.confine(describeRunner(runner, home, limits, layers));
      if (isSealed) return start;
      return {
        ...start,
        release: async () => {
          await start.release();
          await survivors.end(home);
        },
      };
    },
    close: async () => {
      confinement.close();
      folder.remove();
    },
  };
}

function chooseReasons(
  mode: SandboxMode,
  machine: MachineFindings,
  { without = {} }: SandboxOptions,
): Reasons {
  if (mode === "none") {
    return Object.fromEntries(layerNames.map((layer) => [layer, "switched off by --sandbox=none"]));
  }
  return { ...without, ...machine.reasons };
}

/** The same Math.random for everybody. */
const randomSeed = "1";

function describeRunner(
  runner: string,
  home: string,
  limits: Limits,
  layers: ReadonlySet<LayerName>,
): Program {
  const isHeld = layers.has("namespaces") && layers.has("rlimits");
  const hasHeap = isHeld && limits.heapBytes >= limits.dataBytes;
  return {
    command: {
      file: process.execPath,
      args: [
        ...listRuntimeFlags(),
        // Either costs half of what starting Node does.
        ...(hasHeap ? [] : [limitHeap(limits)]),
        ...(isHeld ? [] : [frozenFlags]),
        runner,
        randomSeed,
        isHeld ? "held" : "bare",
      ],
      env: { PATH: "/nonexistent", HOME: home, TZ: "UTC", LANG: "C.UTF-8" },
      cwd: "/",
    },
    readable: [runner],
    resources: listResourceLimits(limits),
  };
}

function listResourceLimits(limits: Limits): ResourceLimits {
  const { processorSeconds, dataBytes, fileBytes, openFiles, processes } = limits;
  return { dataBytes, fileBytes, openFiles, processes, processorSeconds };
}

/** Unless somebody listens, SIGUSR1 makes Node open a debugger's port, and any process of our user may send it. */
function refuseDebugger(): void {
  if (process.listenerCount("SIGUSR1") === 0) process.on("SIGUSR1", () => {});
}
