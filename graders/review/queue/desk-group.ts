/** What one decision at the desk is about. */
import type { MarkedRecord } from "../../contract/hand-mark";
import type { RecordedQuestion } from "../../contract/record";
import type { Reason } from "./reasons";

export interface Member {
  /** Names the submission in a form, whatever characters its id holds. */
  readonly key: string;
  readonly record: MarkedRecord;
  /** As it was judged; of several the first. */
  readonly question: RecordedQuestion;
  /** What is decided at once: more than one where nothing could be run. */
  readonly questions: readonly RecordedQuestion[];
  /** What `describeSeen` says now. */
  readonly seen: string;
  /** What the student asked since the last decision. */
  readonly requests: readonly string[];
}

/**
 * Submissions whose answers to the hidden cases of a question are exactly alike, and were judged and decided alike;
 * whatever their students write.
 */
export interface DeskGroup {
  readonly key: string;
  /** The key of all who answered so, where they write more than is read before one decision. */
  readonly behaviour: string;
  /** Its id, or `wholeWork`. */
  readonly question: string;
  readonly reasons: readonly Reason[];
  /** False for what nobody has to decide. */
  readonly waits: boolean;
  /** At least one. */
  readonly members: readonly [Member, ...Member[]];
}
