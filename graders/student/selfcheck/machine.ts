/** What a student's code is compiled and run with on their own machine: the grader's own compiler and sandbox. */
import type { CompiledSubmission, CompileFailure, Compiler } from "../../contract/compiled";
import type { Limits } from "../../contract/limits";
import type { SandboxMode } from "../../contract/sandbox-report";
import type { EncodedCall } from "../../contract/wire";
import type { WrittenFiles } from "../../intake/notebook/locate-cell";
import { startCompiler } from "../../running/compile/compile";
import { type Ahead, startAhead } from "../../running/run/ahead";
import type { CallTrace } from "../../running/run/call-trace";
import { runSubmission } from "../../running/run/run";
import type { RunResult, Traced } from "../../running/run/run-result";
import { createSandbox, type Sandbox } from "../../running/sandbox/sandbox";
import type { AnswerTrace } from "./judge-checks";
import { findThrow, pointAt } from "./pointed";
import { findImport } from "./unfound-import";

export interface Machine {
  readonly compiler: Compiler;
  readonly sandbox: Promise<Sandbox>;
  readonly limits: Limits;
  close(): Promise<void>;
}

/**
 * Starts all that can be started before the submission is read.
 *
 * @param begun one that was started already; it is closed with the machine
 */
export function openMachine(sandboxMode: SandboxMode, limits: Limits, begun?: Compiler): Machine {
  const compiler = begun ?? startCompiler(limits, sandboxMode, { atOnce: true });
  const sandbox = createSandbox(sandboxMode, limits, compiler);
  sandbox.catch(() => {});
  return {
    compiler,
    sandbox,
    limits,
    close: async () => {
      await sandbox.then(
        (one) => one.close(),
        () => {},
      );
      await compiler.close();
    },
  };
}

/** What a run gave, and of every outcome, and of loading, where it stopped and what it printed. */
export interface TracedRun extends RunResult {
  readonly ok: true;
  getTrace(of: Traced | undefined): AnswerTrace;
}

/**
 * Compiles and runs, in a process that came up meanwhile.
 *
 * @throws GraderFault for what is not the submission's doing; the signal's reason when interrupted
 */
export async function runTraced(
  written: WrittenFiles,
  calls: readonly EncodedCall[],
  machine: Machine,
  signal?: AbortSignal,
): Promise<CompileFailure | TracedRun> {
  const ahead = startAhead(machine.sandbox, machine.limits, signal);
  try {
    const compiled = await machine.compiler.compile(written);
    return compiled.ok ? await runCompiled(compiled, calls, written, { machine, ahead, signal }) : compiled;
  } finally {
    await ahead.end();
  }
}

interface Around {
  readonly machine: Machine;
  readonly ahead: Ahead;
  readonly signal: AbortSignal | undefined;
}

async function runCompiled(
  compiled: CompiledSubmission,
  calls: readonly EncodedCall[],
  written: WrittenFiles,
  { machine, ahead, signal }: Around,
): Promise<TracedRun> {
  const traces = new Map<Traced, CallTrace>();
  const place = { sandbox: await machine.sandbox, limits: machine.limits };
  const run = await runSubmission(compiled, calls, place, {
    ahead,
    onTrace: (of, trace) => traces.set(of, trace),
    ...(signal === undefined ? {} : { signal }),
  });
  return {
    ok: true,
    ...run,
    getTrace: (of) => {
      const { place = null, printed = "" } = (of && traces.get(of)) ?? {};
      const thrown = nameThrown(of);
      // It is thrown where it is used, which is not the import's line.
      const found =
        findImport(thrown, compiled.missing) ??
        place ??
        (thrown === "" ? null : findThrow(thrown, written.files));
      return { at: found === null ? null : pointAt(found, written), printed };
    },
  };
}

/** "" for what was not thrown. */
function nameThrown(of: Traced | undefined): string {
  if (of?.kind === "failed") return nameThrown(of.outcome);
  if (of?.kind === "loaded") return of.loadError?.message ?? "";
  return of?.kind === "threw" ? of.message : "";
}
