/**
 * How the compile process is started: inside namespaces with the seccomp filter where this machine offers them, with
 * kernel limits always. It sees Node, the packages and the few files it is made of, and nothing of the submissions'
 * folder, the questions or the home; it may write to a folder in memory, where swc unpacks its library.
 *
 * Node's permission model is left out: swc is native code, and the model admits none.
 */

import { existsSync, realpathSync } from "node:fs";
import { dirname, join } from "node:path";
import { mebibyte } from "../../../reference/byte-sizes";
import type { Limits } from "../../contract/limits";
import type { LayerName, SandboxMode } from "../../contract/sandbox-report";
import { openConfinement } from "../sandbox/confinement";
import type { Program } from "../sandbox/layers/layer";
import { probeMachine } from "../sandbox/probe/machine";
import type { ProcessCommand } from "../sandbox/process";
import { isRunFromSource, locateProgram } from "../sandbox/program";
import { openRunFolder } from "../sandbox/run-folder";

export interface CompileProcess {
  readonly command: ProcessCommand;
  close(): void;
}

/** Where swc unpacks its native library, some 30 MiB, when it first runs. */
const scratch = { path: "/swc", bytes: 96 * mebibyte };
const compilerFileBytes = 256 * mebibyte;
const cacheVariables = ["HOME", "XDG_CACHE_HOME", "SWC_NATIVE_BINDING_CACHE", "TMPDIR"];
const projectRoot = join(__dirname, "../../..");
/** What `compile-worker.ts` imports of ours, and what ts-node asks about the project. */
const ownFiles = [
  "graders/running/from-source.cjs",
  "graders/running/optimize-late.cjs",
  "graders/contract/joined-cells.ts",
  "graders/running/compile/cells",
  "graders/running/compile/compile-worker.ts",
  "graders/running/compile/compiler-api.ts",
  "graders/running/compile/diagnostics.ts",
  "graders/running/compile/missing-imports.ts",
  "graders/running/sandbox/child",
  "tsconfig.json",
  "package.json",
];

/** @param mode "none" leaves the namespaces out */
export async function prepareCompileProcess(limits: Limits, mode: SandboxMode): Promise<CompileProcess> {
  const { tools, reasons } = await probeMachine();
  const wanted = mode === "none" || !isRunFromSource ? [] : (["namespaces", "seccomp"] as const);
  const layers = new Set<LayerName>(
    (["rlimits", ...wanted] as const).filter((layer) => reasons[layer] === undefined),
  );
  const folder = openRunFolder();
  const confinement = openConfinement(layers, tools, folder, limits);
  const program = describeProgram(limits, layers.has("namespaces"));
  return { command: confinement.confine(program).command, close: folder.remove };
}

function describeProgram(limits: Limits, isEnclosed: boolean): Program {
  const heapMebibytes = Math.floor((limits.compileBytes * 0.75) / mebibyte);
  const args = locateProgram(__dirname, "compile-worker");
  const cache = isEnclosed ? { SWC_NATIVE_BINDING_CACHE: scratch.path } : pickCacheVariables();
  return {
    command: {
      file: process.execPath,
      args: [`--max-old-space-size=${heapMebibytes}`, ...args],
      env: cache,
      cwd: __dirname,
    },
    readable: isEnclosed ? listReadable() : [],
    scratch,
    // swc asks the table of mounts whether its folder is safe to load code from.
    needsProc: true,
    resources: {
      dataBytes: limits.compileBytes,
      fileBytes: compilerFileBytes,
      openFiles: 512,
      processes: 512,
      processorSeconds: 86_400,
    },
  };
}

/** The packages where they really lie and where the project sees them: they may be linked in. */
function listReadable(): readonly string[] {
  const seen = join(projectRoot, "node_modules");
  const real = dirname(dirname(realpathSync(require.resolve("ts-node/package.json"))));
  const packages = existsSync(seen) ? [real, seen] : [real];
  return [...new Set([...packages, ...ownFiles.map((path) => join(projectRoot, path))])];
}

function pickCacheVariables(): Record<string, string> {
  return Object.fromEntries(
    cacheVariables.flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : [])),
  );
}
