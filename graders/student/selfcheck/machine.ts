/** What a student's code is compiled and run with on their own machine: the grader's own compiler and sandbox. */
import type { CompileResult, Compiler } from "../../contract/compiled";
import type { Limits } from "../../contract/limits";
import type { SandboxMode } from "../../contract/sandbox-report";
import type { EncodedCall } from "../../contract/wire";
import type { Written } from "../../intake/notebook/locate-cell";
import { startCompiler } from "../../running/compile/compile";
import type { CallTrace } from "../../running/run/call-trace";
import { runSubmission } from "../../running/run/run";
import type { RunResult, Traced } from "../../running/run/run-result";
import { createSandbox, type Sandbox } from "../../running/sandbox/sandbox";
import type { AnswerTrace } from "./judge-checks";
import { findThrow, pointAt } from "./pointed";

export interface Machine {
  readonly compiler: Compiler;
  readonly sandbox: Promise<Sandbox>;
  readonly limits: Limits;
  close(): Promise<void>;
}

/** Starts all that can be started before the submission is read. */
export function openMachine(sandboxMode: SandboxMode, limits: Limits): Machine {
  const compiler = startCompiler(limits, sandboxMode, { atOnce: true });
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
  getTrace(of: Traced | undefined): AnswerTrace;
}

/** @throws GraderFault for what is not the submission's doing; the signal's reason when interrupted */
export async function runTraced(
  compiled: Extract<CompileResult, { ok: true }>,
  calls: readonly EncodedCall[],
  written: Written,
  { machine, signal }: { readonly machine: Machine; readonly signal: AbortSignal | undefined },
): Promise<TracedRun> {
  const traces = new Map<Traced, CallTrace>();
  const place = { sandbox: await machine.sandbox, limits: machine.limits };
  const run = await runSubmission(compiled, calls, place, {
    onTrace: (of, trace) => traces.set(of, trace),
    ...(signal === undefined ? {} : { signal }),
  });
  return {
    ...run,
    getTrace: (of) => {
      const { place = null, printed = "" } = (of && traces.get(of)) ?? {};
      const found = place ?? findThrow(nameThrown(of), written.files);
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
