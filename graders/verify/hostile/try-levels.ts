/** Every attack at every level that this machine can offer, a column for each level. */
import { UsageError } from "../../contract/faults";
import { parseLimits } from "../../contract/limits";
import type { SandboxReport } from "../../contract/sandbox-report";
import { startCompiler } from "../../running/compile/compile";
import { createPool } from "../../running/pool";
import { createSandbox } from "../../running/sandbox/sandbox";
import { listAttacks } from "./attack";
import { oddFolders } from "./folders";
import { runOddFolder, runOddSource } from "./intake";
import { listLevels } from "./levels";
import { hostileLimits } from "./limits";
import { oddSources } from "./sources";
import { type HostileMachine, runSuite, shouldHold } from "./suite";

export interface Cell {
  readonly held: "held" | "open";
  readonly came: string;
  /** It should have come out otherwise at this level. */
  readonly isSurprise: boolean;
}

export interface Column extends SandboxReport {
  /** Of the level, by the layers that were left out. */
  readonly name: string;
  /** By "family/name". */
  readonly cells: ReadonlyMap<string, Cell>;
}

/**
 * @param filter only attacks whose "family/name" contains it
 * @param jobs attacks at once
 * @param onLevel is told before a level is tried
 * @throws UsageError when nothing fits
 */
export async function tryLevels(
  filter: string,
  jobs: number,
  onLevel: (level: Omit<Column, "cells">) => void,
): Promise<readonly Column[]> {
  const chosen = chooseRows(filter);
  const limits = parseLimits(hostileLimits);
  const compiler = startCompiler(limits);
  const columns: Column[] = [];
  try {
    const probe = await createSandbox("auto", limits, compiler);
    await probe.close();
    for (const { name, without } of listLevels(probe.report)) {
      const sandbox = await createSandbox("auto", limits, compiler, { without });
      onLevel({ name, ...sandbox.report });
      const machine = { compiler, sandbox, limits };
      const cells = await tryAll(machine, chosen, jobs).finally(() => sandbox.close());
      columns.push({ name, ...sandbox.report, cells });
    }
    return columns;
  } finally {
    await compiler.close();
  }
}

/** @throws UsageError when nothing fits: what runs no attack shows nothing */
function chooseRows(filter: string) {
  const fits = (family: string, name: string): boolean => `${family}/${name}`.includes(filter);
  const attacks = listAttacks().filter(({ family, name }) => fits(family, name));
  const sources = oddSources.filter(({ name }) => fits("j-sources", name));
  const folders = oddFolders.filter(({ name }) => fits("k-folders", name));
  if (attacks.length + sources.length + folders.length > 0) return { attacks, sources, folders };
  throw new UsageError(
    `--filter: expected a part of an attack's family/name, such as "a-read", got "${filter}"`,
  );
}

async function tryAll(
  machine: HostileMachine,
  { attacks, sources, folders }: ReturnType<typeof chooseRows>,
  jobs: number,
): Promise<Map<string, Cell>> {
  const cells = new Map<string, Cell>();
  for (const { attack, isHeld, came, because } of await runSuite(attacks, machine, jobs)) {
    const isSurprise = isHeld !== shouldHold(attack, machine.sandbox.report);
    cells.set(`${attack.family}/${attack.name}`, {
      held: isHeld ? "held" : "open",
      came: because ?? came,
      isSurprise,
    });
  }
  const pool = createPool(jobs);
  const intake = [
    ...sources.map((one) => pool.add(() => runOddSource(one, machine))),
    ...folders.map((one) => pool.add(() => runOddFolder(one, machine))),
  ];
  for (const { family, name, came, isHeld } of await Promise.all(intake)) {
    cells.set(`${family}/${name}`, { held: isHeld ? "held" : "open", came, isSurprise: !isHeld });
  }
  return cells;
}
