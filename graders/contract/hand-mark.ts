/**
 * A person's decision about a question, apart from the record that a run makes of it. Lines of `staff/marks.jsonl`;
 * mark.schema.json says the same to other programs. Nothing here is ever changed: a later line takes an earlier one back.
 */
import type { QuestionWeight } from "./question-weight";
import type { RecordedQuestion, SubmissionRecord } from "./record";

/** MAJOR.MINOR of mark.schema.json. */
export const handMarkVersion = "1.1";

/** What the person gives. */
export type GivenPoints =
  /** An exact decimal from 0 to what the question, or its part, is worth. */
  | { readonly kind: "points"; readonly points: string }
  | { readonly kind: "full" }
  | { readonly kind: "none" }
  /**
   * On top of what was judged, or less of it: "-0.5". What comes out stays between 0 and what it is worth. `of` are the
   * points that were judged then (since 1.1); left out where nothing was.
   */
  | { readonly kind: "adjustment"; readonly by: string; readonly of?: string };

/** What the person looked at. Digests are "sha256:…". */
export interface MarkedWork {
  /** Of the files handed in; null where they could not be taken in. */
  readonly contentDigest: string | null;
  /** Of what came from the hidden cases of the question. */
  readonly answers: string;
  readonly explanation: string;
  readonly maxPoints: string;
}

interface LineBase {
  readonly schemaVersion: "1.0" | typeof handMarkVersion;
  /** Unique in the file. */
  readonly id: string;
  /** Who decided, as they sign: initials. */
  readonly by: string;
  /** RFC 3339, UTC. */
  readonly at: string;
  /** How it came about: "one by one", "marks.csv". For staff. */
  readonly why: string;
}

export interface HandMark extends LineBase {
  readonly kind: "mark";
  readonly submission: string;
  readonly question: string;
  /** Of a question of several parts; the whole question when left out. */
  readonly part?: string;
  readonly gives: GivenPoints;
  /** For the student; may be empty. */
  readonly comment: string;
  /** For staff alone; may be empty. */
  readonly note: string;
  readonly work: MarkedWork;
}

/** Takes one line back; what stood before it stands again. */
export interface Undo extends LineBase {
  readonly kind: "undo";
  readonly undoes: string;
}

export type MarkLine = HandMark | Undo;

/** Why a mark does not count, although it is kept. */
export type OutdatedReason = "another-hand-in" | "another-worth" | "another-part" | "another-judgement";

/** What a person decided about a question, as pages and scores show it. */
export interface QuestionMark {
  /** In words for the student, in the order they were given; empty where there are none. */
  readonly comments: readonly string[];
  /** Who decided; for staff. */
  readonly by: readonly string[];
  /** What was judged; left out where nothing could be. */
  readonly automatic?: string;
  /** Kept, not counted, and for a person to look at again. */
  readonly outdated?: OutdatedReason;
  /** Ids of parts that wait for a person still; left out where none does. */
  readonly undecided?: readonly string[];
}

/** Whether nothing of the question is left for a person to look at. */
export function isSettled(mark: QuestionMark | undefined): boolean {
  return mark !== undefined && mark.outdated === undefined && mark.undecided === undefined;
}

/** A record with what people decided since: points, status and score are theirs. Never written as a record. */
export interface MarkedRecord extends SubmissionRecord {
  /** By question id; absent when nobody decided anything. */
  readonly marks?: Readonly<Record<string, QuestionMark>>;
  /** Of its questions: those that count otherwise than the assignment says; absent when none does. */
  readonly weights?: readonly QuestionWeight[];
}

/** A question that a person still has to decide, as it was judged. */
export interface OpenQuestion {
  readonly record: MarkedRecord;
  readonly question: RecordedQuestion;
  /** What the student asked since the last decision, in their words; left out where nothing was. */
  readonly requests?: readonly string[];
}
