/** Loads a subject's modules, one of them perhaps mutated, and calls their exports with a time limit each. */
import { createContext, Script } from "node:vm";
import { type Call, GraderFault, type Outcome, type Value } from "../../contract";
import { ts } from "../../typescript/compiler-api";
import { resolveImport } from "./subject";

export interface Loaded {
  /** One outcome per call. After a call that never ends, no other of the same function is made. */
  callAll(calls: readonly Call[]): readonly Outcome[];
}

/** Long for a few formulas, short for a loop that never ends. */
const limitMs = 1000;
const limitPerCallMs = 5;
const allowedPackages = ["node:crypto"];

/** Types erased, imports turned into `require`. */
export function transpile(text: string): string {
  const { ModuleKind, ScriptTarget } = ts;
  const compilerOptions = { module: ModuleKind.CommonJS, target: ScriptTarget.ES2022, esModuleInterop: true };
  return ts.transpileModule(text, { compilerOptions }).outputText;
}

/**
 * @param scripts JavaScript by path
 * @returns undefined when the modules do not load
 */
export function loadModules(scripts: ReadonlyMap<string, string>, entry: string): Loaded | undefined {
  const host = createHost();
  try {
    const exports = host.run(() => loadModule(host, scripts, entry, new Map()), limitMs);
    return { callAll: (calls) => callExports(host, exports, calls) };
  } catch {
    return undefined;
  }
}

/** A context of its own, in which code runs for a limited time. */
interface Host {
  run<T>(task: () => T, timeoutMs: number): T;
  compile(js: string, path: string): (...names: readonly unknown[]) => void;
}

type Exports = Readonly<Record<string, unknown>>;

function createHost(): Host {
  // Tensors come from outside, so that their class must be the one outside.
  const globals: Record<string, unknown> = { Float32Array, TextEncoder, Buffer, structuredClone };
  const context = createContext(globals);
  const runTask = new Script("task()");
  return {
    run: <T>(task: () => T, timeoutMs: number): T => {
      globals.task = task;
      return runTask.runInContext(context, { timeout: timeoutMs }) as T;
    },
    compile: (js, path) =>
      new Script(`(function (exports, require, module) {${js}\n})`, { filename: path }).runInContext(context),
  };
}

function loadModule(
  host: Host,
  scripts: ReadonlyMap<string, string>,
  path: string,
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
    return loadModule(host, scripts, target, loaded);
  };
  host.compile(js, path)(module.exports, requireFrom, module);
  return module.exports;
}

function callExports(host: Host, exports: Exports, calls: readonly Call[]): readonly Outcome[] {
  const outcomes: Outcome[] = [];
  const endless = new Map<string, Outcome>();
  const goOn = (): void => {
    for (let call = calls[outcomes.length]; call !== undefined; call = calls[outcomes.length]) {
      outcomes.push(endless.get(call.export) ?? callExport(exports, call));
    }
  };
  while (outcomes.length < calls.length) {
    try {
      host.run(goOn, limitMs + limitPerCallMs * calls.length);
    } catch {
      const name = calls[outcomes.length]?.export ?? "";
      endless.set(name, { kind: "timed-out", limitMs });
    }
  }
  return outcomes;
}

function callExport(exports: Exports, call: Call): Outcome {
  const called = exports[call.export];
  if (typeof called !== "function") return { kind: "missing-export" };
  try {
    return { kind: "value", value: called(...call.args) as Value };
  } catch (error) {
    return { kind: "threw", message: String((error as { message?: unknown })?.message ?? error) };
  }
}
