/** Runs one compiled submission: fresh sandboxed process, one call at a time, an outcome for every call. */
import type { Outcome, Value } from "../contract";
import { GraderFault } from "../contract";
import type { Limits } from "../sandbox/limits";
import type { Sandbox } from "../sandbox/sandbox";
import type { EncodedCall } from "../sandbox/wire";
import type { CompiledSubmission } from "./compile";

/** An exported name and its `typeof`. */
export interface ExportedName {
  readonly name: string;
  readonly type: string;
}

export interface LoadedSubmission {
  readonly kind: "loaded";
  readonly exports: readonly ExportedName[];
  /** The value of `export const name`, if there is one. */
  readonly name?: Value;
  /** The value of `export const explanations`, if there is one. */
  readonly explanations?: Value;
}

export interface FailedLoad {
  readonly kind: "failed";
  readonly outcome: Outcome;
  /** One sentence for the student. */
  readonly message: string;
}

export interface RunResult {
  readonly load: LoadedSubmission | FailedLoad;
  /** In the order of the calls. After a failed load every call "did not answer". */
  readonly outcomes: readonly Outcome[];
  /** What was printed, capped; hostile text, never shown to students. */
  readonly stdout: string;
  readonly stderr: string;
  /** Why the submission needs a person's look, when it interfered with the answer channel. */
  readonly tampering: string | null;
}

export interface RunOptions {
  /** Ends the run: the process is killed and the promise rejects with the signal's reason. */
  readonly signal?: AbortSignal;
  /**
   * Given: a call that timed out is tried once more, in a fresh process, inside this function, which should
   * wait until nothing else runs. Left out: the first time-out counts.
   */
  readonly runAlone?: <T>(task: () => Promise<T>) => Promise<T>;
}

/**
 * @throws GraderFault when the process cannot be started; nothing a submission does ends here
 */
export async function runSubmission(
  compiled: CompiledSubmission,
  calls: readonly EncodedCall[],
  sandbox: Sandbox,
  limits: Limits,
  options: RunOptions = {},
): Promise<RunResult> {
  throw new GraderFault(
    `not built yet: ${compiled.entry} ${calls.length} ${sandbox.report.level} ${limits.callMs} ${options.signal}`,
  );
}
