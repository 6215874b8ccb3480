/** What running a submission gives: whether it loads, an outcome per call, and what it printed. */
import type { Interferences, LoadFailures, Message } from "../../contract/message";
import type { Outcome } from "../../contract/outcome";
import type { LoadError } from "../../contract/record";
import type { Value } from "../../contract/value";
import type { Ahead } from "./ahead";
import type { CallTrace } from "./call-trace";

/** An exported name and its `typeof`. */
export interface ExportedName {
  readonly name: string;
  readonly type: string;
}

export interface LoadedSubmission {
  readonly kind: "loaded";
  readonly exports: readonly ExportedName[];
  /** What stopped the top-level code; only what was exported before can be asked. */
  readonly loadError?: LoadError;
  /** The value of `export const name`, if there is one. */
  readonly name?: Value;
  /** The value of `export const explanations`, if there is one. */
  readonly explanations?: Value;
  /** There are `explanations`, and they go over the limits of an answer or half its bytes, so they were not read. */
  readonly explanationsTooLarge?: true;
}

export interface FailedLoad {
  readonly kind: "failed";
  readonly outcome: Outcome;
  /** For the student. */
  readonly says: Message<keyof LoadFailures>;
}

export interface RunResult {
  readonly load: LoadedSubmission | FailedLoad;
  /** In the order of the calls. After a failed load every call "did not answer". */
  readonly outcomes: readonly Outcome[];
  /** What was printed, capped; hostile text, never shown to students. */
  readonly stdout: string;
  readonly stderr: string;
  /** Why the submission needs a person's look, when it interfered with the answer channel. */
  readonly tampering: Message<keyof Interferences> | null;
}

/** What a trace belongs to: the very object that the run's result holds. */
export type Traced = Outcome | LoadedSubmission | FailedLoad;

export interface RunOptions {
  /** Given: called with where each call stopped and what it printed, and the same of loading. Never in grading. */
  readonly onTrace?: (of: Traced, trace: CallTrace) => void;
  /** Given: called at the end of each process with what it took of the processor, in ms, as far as that is known. */
  readonly onProcessorTime?: (spentMs: number) => void;
  /** Given: the process that the submission is loaded in first, if it is to be had. */
  readonly ahead?: Ahead;
  /** Ends the run: the process is killed and the promise rejects with the signal's reason. */
  readonly signal?: AbortSignal;
  /**
   * Given: a call that timed out is tried once more, in a fresh process, inside this function, which should
   * wait until nothing else runs. Left out: the first time-out counts.
   */
  readonly runAlone?: <T>(task: () => Promise<T>) => Promise<T>;
}
