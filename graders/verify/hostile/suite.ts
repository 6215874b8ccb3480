/** Runs attacks in a sandbox and says of each whether it was held: by what it answered, and by what can be seen from outside. */

import type { Compiler } from "../../contract/compiled";
import { GraderFault } from "../../contract/faults";
import type { Limits } from "../../contract/limits";
import type { Outcome } from "../../contract/outcome";
import type { SandboxReport } from "../../contract/sandbox-report";
import { Opaque, type Value } from "../../contract/value";
import { encodeCall } from "../../contract/wire";
import { createPool } from "../../running/pool";
import { runSubmission } from "../../running/run/run";
import type { RunResult } from "../../running/run/run-result";
import type { Sandbox } from "../../running/sandbox/sandbox";
import type { Attack } from "./attack";
import { plantTargets } from "./targets";

export interface HostileRow {
  readonly attack: Attack;
  /** What became of it: a kind of outcome, or "value …". */
  readonly came: string;
  readonly isHeld: boolean;
  /** Why it was not held. */
  readonly because: string | null;
}

export interface HostileMachine {
  readonly compiler: Compiler;
  readonly sandbox: Sandbox;
  readonly limits: Limits;
}

/** Appended to every attack: whatever it does, honest code in the same file keeps its credit. */
const honest = "\nexport const honest = (x: number) => 2 * x;\n";
const honestAnswer = 42;

export async function runSuite(
  attacks: readonly Attack[],
  machine: HostileMachine,
  jobs: number,
): Promise<readonly HostileRow[]> {
  const pool = createPool(jobs);
  const rows = attacks.map((attack) => pool.add(() => runAttack(attack, machine)).catch(blame(attack)));
  return Promise.all(rows);
}

/** An attack that could not be run shows nothing, and is no reason to stop the others. */
function blame(attack: Attack): (error: unknown) => HostileRow {
  return (error) => {
    if (!(error instanceof GraderFault)) throw error;
    return { attack, came: "not-run", isHeld: false, because: error.message };
  };
}

async function runAttack(attack: Attack, machine: HostileMachine): Promise<HostileRow> {
  const planted = await plantTargets();
  try {
    const run = (): Promise<RunResult> => runOnce(attack, machine, planted.targets);
    const first = await run();
    const isRepeated = attack.expected.some((one) => one === "same" || one === "changes");
    const came = isRepeated ? compareRuns(first, await run()) : describeRun(first, planted.secret);
    const reasons = [
      ...(isExpected(came, attack.expected) ? [] : [`came: ${came}`]),
      ...(keepsHonest(first, came) ? [] : ["honest code after it lost its answer"]),
      ...(await planted.findEffects()),
    ];
    return { attack, came, isHeld: reasons.length === 0, because: reasons.join("; ") || null };
  } finally {
    planted.remove();
  }
}

async function runOnce(
  attack: Attack,
  { compiler, sandbox, limits }: HostileMachine,
  targets: object,
): Promise<RunResult> {
  const text = attack.source + honest;
  const file = { path: "submission.ts", text, bytes: Buffer.byteLength(text) };
  const compiled = await compiler.compile({ entry: file.path, files: [file] });
  if (!compiled.ok) throw new Error(`${attack.family}/${attack.name}: ${compiled.says.code}`);
  const calls = [
    { export: "attack", args: [targets] },
    { export: "honest", args: [honestAnswer / 2] },
  ];
  return runSubmission(compiled, calls.map(encodeCall), { sandbox, limits });
}

function describeRun(run: RunResult, secret: string): string {
  if (JSON.stringify(showOutcomes(run)).includes(secret)) return "leaked";
  if (run.load.kind === "failed") return "does-not-load";
  return describeOutcome(run.outcomes[0]);
}

function describeOutcome(outcome: Outcome | undefined): string {
  if (outcome?.kind !== "value") return outcome?.kind ?? "nothing";
  const { value } = outcome;
  if (value === false || value === undefined) return "stopped";
  return `value ${JSON.stringify(show(value))}`;
}

function compareRuns(first: RunResult, second: RunResult): string {
  const [one, other] = [first, second].map((run) => JSON.stringify(showOutcomes(run)));
  return one === other ? "same" : "changes";
}

function showOutcomes(run: RunResult): readonly unknown[] {
  return run.outcomes.map((outcome) => (outcome.kind === "value" ? show(outcome.value) : outcome));
}

/** Values that JSON has no words for, in words. */
function show(value: Value): unknown {
  if (typeof value === "bigint") return `${value}n`;
  if (typeof value === "number" && (!Number.isFinite(value) || Object.is(value, -0))) {
    return Object.is(value, -0) ? "-0" : String(value);
  }
  if (value instanceof Opaque) return `opaque ${value.typeName}`;
  if (Array.isArray(value)) return value.map(show);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, show(item)]));
}

/** An attempt that throws was stopped. */
function isExpected(came: string, expected: readonly string[]): boolean {
  return expected.includes(came) || (came === "threw" && expected.includes("stopped"));
}

/** Interference with the channel voids what comes after it; a program that does not load has nothing to answer. */
function keepsHonest(run: RunResult, came: string): boolean {
  if (came === "does-not-load" || run.tampering !== null) return true;
  const [, outcome] = run.outcomes;
  return outcome?.kind === "value" && outcome.value === honestAnswer;
}

/** True when a layer is active that must hold it. */
export function shouldHold({ heldBy }: Attack, { active }: SandboxReport): boolean {
  return heldBy.length === 0 || heldBy.some((layer) => active.includes(layer));
}
