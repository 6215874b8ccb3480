/** Loads a subject's modules, one of them perhaps mutated, and calls their exports; loops that never end are stopped. */
import { type Call, GraderFault, type Outcome, type Value } from "../../contract";
import { resolveImport } from "./subject";
import { loopName } from "./transpile";

export interface Loaded {
  /** One outcome per call. */
  callAll(calls: readonly Call[]): readonly Outcome[];
}

type Exports = Readonly<Record<string, unknown>>;

/** Names that the modules see besides JavaScript's own. */
export type Globals = Readonly<Record<string, unknown>>;

/** Far more than any formula needs: one call may go round its loops this often. */
const loopLimit = 3_000_000;
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
  const loops = createLoopLimit();
  try {
    const names = { ...globals, [loopName]: loops.goRound };
    const exports = loadModule(scripts, entry, names, new Map());
    return { callAll: (calls) => calls.map((call) => callExport(exports, call, loops)) };
  } catch {
    return undefined;
  }
}

class EndlessLoop extends Error {}

function createLoopLimit() {
  let left = loopLimit;
  return {
    reset: (): void => {
      left = loopLimit;
    },
    goRound: (): void => {
      if (left-- <= 0) throw new EndlessLoop("a loop does not end");
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

function callExport(exports: Exports, call: Call, loops: ReturnType<typeof createLoopLimit>): Outcome {
  const called = exports[call.export];
  if (typeof called !== "function") return { kind: "missing-export" };
  loops.reset();
  try {
    return { kind: "value", value: called(...call.args) as Value };
  } catch (error) {
    if (error instanceof EndlessLoop) return { kind: "timed-out", limitMs: 0 };
    return { kind: "threw", message: error instanceof Error ? error.message : String(error) };
  }
}
