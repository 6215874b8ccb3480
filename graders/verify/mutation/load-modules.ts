/** Loads a subject's modules, one of them perhaps mutated, and calls their exports; what never ends is stopped. */
import { type Call, GraderFault, type Outcome, type Value } from "../../contract";
import { resolveImport } from "./subject";
import { turnName } from "./transpile";

export interface Loaded {
  /** One outcome per call. */
  callAll(calls: readonly Call[]): readonly Outcome[];
}

type Exports = Readonly<Record<string, unknown>>;

/** Names that the modules see besides JavaScript's own. */
export type Globals = Readonly<Record<string, unknown>>;

/** Turns of loops, and calls, that one answer may take: far more than any formula needs. */
const turnLimit = 3_000_000;
const allowedPackages = ["node:crypto"];

/**
 * @param scripts JavaScript by path, as {@link transpile} makes it
 * @returns undefined when the modules do not load
 */
export function loadModules(
  scripts: ReadonlyMap<string, string>,
  entry: string,
  globals: Globals = {},
): Loaded | undefined {
  const turns = createTurnLimit();
  try {
    const names = { ...globals, [turnName]: turns.takeTurn };
    const exports = loadModule(scripts, entry, names, new Map());
    return { callAll: (calls) => calls.map((call) => callExport(exports, call, turns)) };
  } catch {
    return undefined;
  }
}

class Endless extends Error {}

function createTurnLimit() {
  let left = turnLimit;
  return {
    reset: (): void => {
      left = turnLimit;
    },
    takeTurn: (): void => {
      if (left-- <= 0) throw new Endless("it does not end");
    },
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

function callExport(exports: Exports, call: Call, turns: ReturnType<typeof createTurnLimit>): Outcome {
  const called = exports[call.export];
  if (typeof called !== "function") return { kind: "missing-export" };
  turns.reset();
  try {
    return { kind: "value", value: called(...call.args) as Value };
  } catch (error) {
    if (error instanceof Endless) return { kind: "timed-out", limitMs: 0 };
    return { kind: "threw", message: error instanceof Error ? error.message : String(error) };
  }
}
