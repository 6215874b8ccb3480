/**
 * Starts programs inside a chosen set of layers, and gives back afterwards what each start used up. From the
 * outside in: control group, kernel limits, user id, namespaces with the seccomp filter, the limit on processes,
 * Node's permission model.
 */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { GraderFault } from "../../contract/faults";
import type { LayerName } from "../../contract/sandbox-report";
import { type Cgroup, createCgroup, type TreeLimit, wrapInCgroup } from "./layers/cgroup";
import type { Program } from "./layers/layer";
import { wrapInNamespaces } from "./layers/namespaces";
import { wrapInPermissions } from "./layers/permission-model";
import { wrapInProcessLimit, wrapInRlimits } from "./layers/rlimits";
import { openUidBlock, type UidBlock, wrapInUidDrop } from "./layers/uid-drop";
import type { ProcessCommand } from "./process";
import type { RunFolder } from "./run-folder";
import type { Tools } from "./tools";

export type TreeLimits = { readonly [limit in TreeLimit]: number };

/** One process to be: what to start, and what to give back once it has ended. */
export interface ConfinedStart {
  readonly command: ProcessCommand;
  /** The limit of the whole tree that the kernel held it to, if one was met. Asked before it is released. */
  findReachedLimit(): TreeLimit | null;
  /** Kills what is left of it. */
  release(): Promise<void>;
}

export interface Confinement {
  /** @throws GraderFault when the machine refuses what it allowed when it was probed */
  confine(program: Program): ConfinedStart;
  close(): void;
}

/** What one start uses up. */
interface Lease {
  readonly uid: number | null;
  readonly cgroup: Cgroup | null;
}

/** @throws GraderFault when a layer of the set cannot be prepared */
export function openConfinement(
  layers: ReadonlySet<LayerName>,
  tools: Tools,
  folder: RunFolder,
  limits: TreeLimits,
): Confinement {
  const uids = layers.has("uid-drop") ? openUids(folder) : null;
  const filter = layers.has("seccomp") ? writeFilter(tools, folder) : null;
  let starts = 0;
  return {
    confine: (program) => {
      starts += 1;
      const lease = takeLease({ layers, tools, folder, limits }, uids, starts);
      return {
        command: wrapProgram(program, { layers, tools, filter }, lease),
        findReachedLimit: () => lease.cgroup?.findReachedLimit() ?? null,
        release: async () => {
          // Nothing leaves a control group: where that is gone, so is all that ran under the user id.
          const isGone = (await lease.cgroup?.remove()) === true;
          if (lease.uid !== null) await uids?.giveBack(lease.uid, isGone);
        },
      };
    },
    close: () => uids?.close(),
  };
}

function openUids(folder: RunFolder): UidBlock {
  const block = openUidBlock(folder.run);
  if (typeof block === "string") throw new GraderFault(block);
  return block;
}

function writeFilter({ seccompFilter }: Tools, folder: RunFolder): string {
  const path = join(folder.path, "seccomp.bpf");
  writeFileSync(path, seccompFilter ?? Buffer.alloc(0), { mode: 0o644 });
  return path;
}

interface Surroundings {
  readonly layers: ReadonlySet<LayerName>;
  readonly tools: Tools;
  readonly folder: RunFolder;
  readonly limits: TreeLimits;
}

function takeLease(
  { layers, tools, folder, limits }: Surroundings,
  uids: UidBlock | null,
  index: number,
): Lease {
  try {
    const isGrouped = layers.has("cgroup") && typeof tools.cgroupBase !== "string";
    const cgroup = isGrouped ? createCgroup(tools.cgroupBase, folder.run, index, limits) : null;
    return { cgroup, uid: uids?.take() ?? null };
  } catch (error) {
    throw new GraderFault(`the sandbox could not prepare a start: ${(error as Error).message}`, {
      cause: error,
    });
  }
}

function wrapProgram(
  program: Program,
  { layers, tools, filter }: Pick<Surroundings, "layers" | "tools"> & { readonly filter: string | null },
  { uid, cgroup }: Lease,
): ProcessCommand {
  const { permissionFlag, prlimit, bubblewrap, setpriv } = tools;
  const limitsProcesses = layers.has("rlimits") && uid === null && layers.has("namespaces");
  let { command } = program;
  if (layers.has("permission-model") && permissionFlag !== null) {
    command = wrapInPermissions(command, permissionFlag, program.readable);
  }
  if (limitsProcesses && prlimit !== null) {
    command = wrapInProcessLimit(command, prlimit, program.resources.processes);
  }
  if (layers.has("namespaces") && bubblewrap !== null) {
    const readable = limitsProcesses && prlimit !== null ? [...program.readable, prlimit] : program.readable;
    command = wrapInNamespaces(command, bubblewrap, { ...program, readable }, filter);
  }
  if (uid !== null && setpriv !== null) command = wrapInUidDrop(command, setpriv, uid);
  if (layers.has("rlimits") && prlimit !== null) {
    command = wrapInRlimits(command, prlimit, program.resources, uid !== null);
  }
  return cgroup === null ? command : wrapInCgroup(command, cgroup);
}
