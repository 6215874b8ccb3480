/** For tests of running: a compiler and a sandbox for small programs written as strings, and a look for leftovers. */

import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import type { Compiler } from "../contract/compiled";
import type { Limits } from "../contract/limits";
import type { Outcome } from "../contract/outcome";
import { encodeCall } from "../contract/wire";
import { startCompiler } from "../running/compile/compile";
import { runSubmission } from "../running/run/run";
import type { RunOptions, RunResult } from "../running/run/run-result";
import { createSandbox, type Sandbox } from "../running/sandbox/sandbox";
import { findRunner } from "./find-runner";

export type AskedCall = readonly [name: string, ...args: readonly unknown[]];

/** The text of `submission.ts`, or several files by path. */
export type Source = string | Readonly<Record<string, string>>;

export interface Setting extends RunOptions {
  readonly limits?: Limits;
  readonly sandbox?: Sandbox;
}

/** What tests share: made once per test file, since starting a compiler takes longer than most tests. */
export interface Bench {
  readonly compiler: Compiler;
  readonly sandbox: Sandbox;
  run(source: Source, calls: readonly AskedCall[], setting?: Setting): Promise<RunResult>;
  /** Command lines of processes that still run this bench's runner. */
  findLeftovers(): Promise<readonly string[]>;
  close(): Promise<void>;
}

export async function openBench(limits: Limits): Promise<Bench> {
  const compiler = startCompiler(limits);
  const sandbox = await createSandbox("auto", limits, compiler);
  return {
    compiler,
    sandbox,
    run: async (source, calls, setting = {}) => {
      const files = Object.entries(typeof source === "string" ? { "submission.ts": source } : source);
      const list = files.map(([path, text]) => ({ path, text, bytes: Buffer.byteLength(text) }));
      const compiled = await compiler.compile({ entry: "submission.ts", files: list });
      if (!compiled.ok) throw new Error(compiled.says.code);
      const encoded = calls.map(([name, ...args]) => encodeCall({ export: name, args }));
      const { limits: limitsOfRun = limits, sandbox: sandboxOfRun = sandbox, ...options } = setting;
      return runSubmission(compiled, encoded, { sandbox: sandboxOfRun, limits: limitsOfRun }, options);
    },
    findLeftovers: async () => {
      const { command, release } = await sandbox.prepareStart();
      await release();
      const runner = findRunner(command);
      return listCommandLines().filter((line) => line.includes(runner));
    },
    close: async () => {
      await sandbox.close();
      await compiler.close();
    },
  };
}

/** Outcomes in a short form: values as they are, everything else by its kind. */
export function shorten(outcomes: readonly Outcome[]): readonly unknown[] {
  return outcomes.map((outcome) => (outcome.kind === "value" ? outcome.value : outcome.kind));
}

function listCommandLines(): readonly string[] {
  if (!existsSync("/proc/self/cmdline"))
    return execFileSync("ps", ["-Ao", "args"], { encoding: "utf8" }).split("\n");
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map((pid) => {
      try {
        return readFileSync(`/proc/${pid}/cmdline`, "utf8");
      } catch {
        // Ended since it was listed.
        return "";
      }
    });
}
