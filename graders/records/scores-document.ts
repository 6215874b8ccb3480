/** The shape of `scores.json`; scores.schema.json says the same to other programs. Names are not in it. */
import type { QuestionMark } from "../contract/hand-mark";
import type { ReadingKind } from "../contract/question";
import type { QuestionWeight } from "../contract/question-weight";
import type { Producer, RecordStatus, Score } from "../contract/record";
import type { SandboxReport } from "../contract/sandbox-report";

/** MAJOR.MINOR of scores.schema.json. */
export const scoresVersion = "1.4";

/** Why a mark cannot stand for what a run would give now. */
export type OldReason = "failed" | "hand-in-changed" | "rubric-changed" | "seed-changed" | "plan-changed";

/** A mark that was given in an earlier run and would not be given again as it stands. */
export interface OlderMark {
  /** RFC 3339, UTC. */
  readonly gradedAt: string;
  /** What has changed since; "failed": the grader failed when it tried again. */
  readonly because: OldReason;
  /** Ids of the questions whose marks these are; absent when all are. */
  readonly questions?: readonly string[];
}

export interface ScoredQuestion {
  readonly id: string;
  /** Absent exactly when the status is "not_graded". */
  readonly points?: string;
  readonly maxPoints: string;
  readonly status: "graded" | "pending_manual" | "ungradable" | "not_graded";
  /** What explains the answer. In a question of several parts the id is "<part>/<reading>". */
  readonly reading?: { readonly kind: ReadingKind; readonly id: string };
  /** What a person decided; absent where nobody did. With `outdated` the points are not theirs. */
  readonly byHand?: Pick<QuestionMark, "comments" | "automatic" | "outdated">;
  /** One or a few plain sentences that a student may read. */
  readonly message: string;
}

export type SubmissionScore =
  | {
      readonly id: string;
      /** Pseudonym of the student; null without a roster, or when no single student has this id. */
      readonly subject: string | null;
      readonly status: RecordStatus;
      /** Absent exactly when the status is "not_graded". */
      readonly score?: Score;
      /** Absent for marks of this run, and for those that it would give again. */
      readonly older?: OlderMark;
      readonly questions: readonly ScoredQuestion[];
      readonly contentDigest: string | null;
      /** Relative to the score document, with forward slashes. */
      readonly recordPath: string;
    }
  /** On the roster, nothing found: known by the pseudonym alone. */
  | {
      readonly id: null;
      readonly subject: string;
      readonly status: "not_submitted";
      readonly questions: readonly [];
      readonly contentDigest: null;
      readonly recordPath: null;
    };

export interface ScoreDocument {
  readonly schemaVersion: typeof scoresVersion;
  readonly assignment: {
    readonly id: string;
    readonly title: string;
    readonly maxPoints: string;
    readonly bonusPoints: string;
    /** Questions that count otherwise for this class; points and maxima are what they count. Absent when none does. */
    readonly weights?: readonly QuestionWeight[];
  };
  readonly rubricDigest: string;
  readonly producer: Producer;
  readonly sandbox: SandboxReport;
  readonly submissions: readonly SubmissionScore[];
}
