/** Loads a subject's modules, one of them perhaps mutated, and calls their exports; what never ends is stopped. */

import { GraderFault } from "../../contract/faults";
import type { Outcome } from "../../contract/outcome";
import type { Call, Value } from "../../contract/value";
import { resolveImport } from "./subject";
import { turnName } from "./transpile";

export interface Loaded {
  /**
   * One outcome per call. Once a call does not end, neither do the calls after it: one is enough to lose marks, and a
   * number that grows until no memory holds it takes half a minute.
   */
  callAll(calls: readonly Call[]): readonly Outcome[];
  /** Turns that this very call took, if it was made. */
  countTurns(call: Call): number | undefined;
}

type Exports = Readonly<Record<string, unknown>>;

/** Names that the modules see besides JavaScript's own. */
export type Globals = Readonly<Record<string, unknown>>;

/** Turns of loops, and calls, that one answer may take: far more than any formula needs. */
const mostTurns = 3_000_000;
const allowedPackages = ["node:crypto"];

/**
 * @param scripts JavaScript by path, as {@link transpile} makes it
 * @param limitTurns turns that a call may take
 * @returns undefined when the modules do not load
 */
export function loadModules(
  scripts: ReadonlyMap<string, string>,
  entry: string,
  globals: Globals = {},
  limitTurns: (call: Call) => number = () => mostTurns,
): Loaded | undefined {
  const turns = createTurnCounter();
  try {
    const names = { ...globals, [turnName]: turns.takeTurn };
    const exports = loadModule(scripts, entry, names, new Map());
    const taken = new WeakMap<Call, number>();
    const callOne = (call: Call): Outcome => {
      turns.allow(limitTurns(call));
      const outcome = callExport(exports, call);
      taken.set(call, turns.count());
      return outcome;
    };
    return { callAll: (calls) => callUntilEndless(calls, callOne), countTurns: (call) => taken.get(call) };
  } catch {
    return undefined;
  }
}

/** Limits for an altered program: ten times what the original took for the same call, and some to spare. */
export function limitByOriginal(original: Loaded): (call: Call) => number {
  return (call) => Math.min(mostTurns, 10 * (original.countTurns(call) ?? mostTurns) + 1000);
}

class Endless extends Error {}

const endless: Outcome = { kind: "timed-out", limitMs: 0 };

function callUntilEndless(calls: readonly Call[], callOne: (call: Call) => Outcome): readonly Outcome[] {
  const outcomes: Outcome[] = [];
  for (const call of calls) {
    const outcome = callOne(call);
    if (outcome === endless) break;
    outcomes.push(outcome);
  }
  return [...outcomes, ...calls.slice(outcomes.length).map(() => endless)];
}

function createTurnCounter() {
  let limit = mostTurns;
  let count = 0;
  return {
    allow: (turns: number): void => {
      limit = turns;
      count = 0;
    },
    takeTurn: (): void => {
      if (++count > limit) throw new Endless("it does not end");
    },
    count: (): number => count,
  };
}

function loadModule(
  scripts: ReadonlyMap<string, string>,
  path: string,
  globals: Globals,
  loaded: Map<string, { exports: Exports }>,
): Exports {
  const known = loaded.get(path);
  if (known !== undefined) return known.exports;
  const js = scripts.get(path);
  if (js === undefined) throw new GraderFault(`${path}: not among the modules of the subject`);
  const module = { exports: {} };
  loaded.set(path, module);
  const paths = new Set(scripts.keys());
  const requireFrom = (specifier: string): unknown => {
    if (allowedPackages.includes(specifier)) return require(specifier);
    const target = resolveImport(paths, path, specifier);
    if (target === undefined) throw new GraderFault(`${path}: cannot load "${specifier}" for a mutant`);
    return loadModule(scripts, target, globals, loaded);
  };
  const run = new Function("exports", "require", "module", ...Object.keys(globals), js);
  run(module.exports, requireFrom, module, ...Object.values(globals));
  return module.exports;
}

function callExport(exports: Exports, call: Call): Outcome {
  const called = exports[call.export];
  if (typeof called !== "function") return { kind: "missing-export" };
  try {
    return { kind: "value", value: called(...call.args) as Value };
  } catch (error) {
    if (error instanceof Endless || isTooLarge(error)) return endless;
    return { kind: "threw", message: error instanceof Error ? error.message : String(error) };
  }
}

/** A whole number that outgrew what V8 holds: left alone, it would grow for ever. */
function isTooLarge(error: unknown): boolean {
  return error instanceof RangeError && error.message === "Maximum BigInt size exceeded";
}
