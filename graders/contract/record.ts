/**
 * The shape of a record: one submission, what it earned and why. record.schema.json says the same to other
 * programs. Names of students are not in it; evidence for staff is.
 */

import type { Assignment } from "./assignment";
import type { CellPlace, PlacedInWork } from "./code-place";
import type { Message } from "./message";
import type { SandboxReport } from "./sandbox-report";
import type { SourceFile, UnreadWork } from "./submission";
import type { QuestionVerdict } from "./verdict";

/** MAJOR.MINOR of record.schema.json. */
export const recordVersion = "3.9";

/** What is the same for every record of a batch. */
export interface BatchFacts {
  readonly assignment: Assignment;
  /** "sha256:…": names the seed of the hidden inputs without telling it. */
  readonly seedDigest: string;
  /** "sha256:…" over everything that decides points: questions, reference, engine. */
  readonly rubricDigest: string;
  /** "sha256:…" of `digestPlan`. */
  readonly planDigest: string;
  readonly producer: Producer;
  /** Version by tool: "node", "typescript", … */
  readonly tools: Readonly<Record<string, string>>;
  readonly sandbox: SandboxReport;
}

export interface Producer {
  readonly name: string;
  readonly version: string;
}

/** What was handed in. A refused submission has no entry, no files and no digest. */
export interface HandedIn {
  readonly id: string;
  readonly entry?: string;
  readonly files?: readonly SourceFile[];
  readonly contentDigest?: string;
  readonly remarks?: readonly Message[];
}

/** What became of a submission, before it is a record. */
export type Judgement =
  | {
      readonly kind: "judged";
      readonly questions: readonly QuestionVerdict[];
      /** From the run: why a person should look, or null. */
      readonly tampering: Message | null;
      readonly output: CapturedOutput;
      /** Ids of questions whose verdict was another one when it was run a second time. */
      readonly unstable?: readonly string[];
      /** It was run a second time, or would have been, had anything been left to ask. */
      readonly ranTwice?: true;
      /** How many of the functions asked for it exports. */
      readonly exports?: { readonly found: number; readonly asked: number };
      readonly loadError?: LoadError;
      /** What the student wrote that belongs to no question, as it stands. */
      readonly unassigned?: readonly string[];
      /** The exported `explanations` went over the limits, or looking through what was written did: none of it was read. */
      readonly explanationsTooLarge?: boolean;
      /** Files that may answer what the submission leaves open. */
      readonly unread?: readonly UnreadWork[];
      /** Of the questions: those that an earlier run judged, under other conditions than this one's. */
      readonly kept?: readonly KeptMarks[];
    }
  /** Nothing could be run from what was handed in. */
  | {
      readonly kind: "ungradable";
      readonly cause: UngradableCause;
      /** For the student. */
      readonly says: Message;
      /** Where; absent where nothing tells. */
      readonly place?: PlacedInWork;
      readonly output?: CapturedOutput;
      readonly tampering?: Message | null;
      /** What the student wrote, by question id, for the person who will look. */
      readonly explanations?: ReadonlyMap<string, string>;
      readonly unassigned?: readonly string[];
    }
  /** We failed on the whole submission: no question is graded. */
  | { readonly kind: "fault"; readonly fault: string };

/** What stopped top-level code after it had exported functions, or is missing; what is exported was asked all the same. */
export interface LoadError {
  /** Name and message, in the runtime's own words. */
  readonly message: string;
  /** Nothing stopped, but what uses an import that finds nothing: its place is that of the import. */
  readonly isImport?: true;
  /** The student's file and line, counted from 1, where the error names them. */
  readonly place: {
    readonly path: string;
    readonly line: number;
    /** In the notebook that the file was made of, if it was. */
    readonly cell?: CellPlace;
  } | null;
}

/** A few lines of one of the student's files. */
export interface Excerpt {
  readonly path: string;
  /** Number of the first line, counted from 1. */
  readonly from: number;
  readonly lines: readonly string[];
  /** What is meant; absent in records that only know its line. */
  readonly at?: QuotedPlace;
}

export interface QuotedPlace {
  /** Of the file, counted from 1. */
  readonly line: number;
  /** Of the line as the student wrote it, counted from 1. */
  readonly column: number;
  /** Of the line as it is quoted. */
  readonly quotedColumn: number;
  /** In the notebook that the file was made of, which is what the student has. */
  readonly cell?: CellPlace;
}

export type UngradableCause = "refused" | "does-not-compile" | "does-not-load";

/** What the student's code printed, capped; for staff only, since hidden inputs can be printed. */
export interface CapturedOutput {
  readonly stdout: string;
  readonly stderr: string;
}

/** The only times in a record. RFC 3339 with milliseconds, UTC. */
export interface Clock {
  readonly startedAt: string;
  readonly finishedAt: string;
  readonly durationMs: number;
}

export interface RecordedFile {
  readonly path: string;
  readonly bytes: number;
  /** "sha256:…" of its text in UTF-8. */
  readonly sha256: string;
}

/** A question of a submission that could not be run: worth 0, and for a person to look at. */
export interface UngradableQuestion {
  readonly id: string;
  readonly status: "ungradable";
  readonly points: "0";
  readonly maxPoints: string;
  readonly isBonus: boolean;
  readonly explanation: string;
}

export type RecordedQuestion = QuestionVerdict | UngradableQuestion;

export type RecordStatus = "graded" | "pending_manual" | "ungradable" | "not_graded";

export interface Score {
  readonly points: string;
  readonly maxPoints: string;
  /** Bonus points earned, on top of `points`. */
  readonly bonus: string;
}

/** What a mark depends on besides the hand-in, and when it was given. */
export interface Conditions {
  /** RFC 3339, UTC. */
  readonly gradedAt: string;
  readonly rubricDigest: string;
  readonly planDigest: string;
  readonly seedDigest: string;
}

/** Marks of an earlier run that stayed when other questions were asked again alone. */
export interface KeptMarks extends Conditions {
  readonly questions: readonly string[];
}

export interface SubmissionRecord {
  /**
   * Those of 3.8 name no text cell that may hold work, those of 3.7 do not say where silence leaves open what is right, those of 3.6 name no cell that was left out where a
   * function is missing, those of 3.5 do not say whether it was run a second time, those of 3.3 say nothing of what silence
   * may hide, those of 3.2 name no cell beside what is missing or stopped, those of 3.1 lack the numbers that pages draw as
   * well, those of 3.0 the lines they quote, too; all are read.
   */
  readonly schemaVersion:
    | typeof recordVersion
    | "3.8"
    | "3.7"
    | "3.6"
    | "3.5"
    | "3.4"
    | "3.3"
    | "3.2"
    | "3.1"
    | "3.0";
  readonly assignment: { readonly id: string };
  readonly submission: {
    readonly id: string;
    readonly entry: string | null;
    readonly files: readonly RecordedFile[];
    readonly contentDigest: string | null;
    /** What was taken although it was not handed in as asked; absent when there is nothing. */
    readonly remarks?: readonly Message[];
  };
  readonly status: RecordStatus;
  /** Absent exactly when the status is "not_graded". */
  readonly score?: Score;
  /** Present exactly when the status is "ungradable". */
  readonly ungradable?: {
    readonly cause: UngradableCause;
    readonly says: Message;
    /** The student's own lines around the place that is named; absent where none is. */
    readonly excerpt?: Excerpt;
  };
  /** Present when the whole submission could not be graded for a fault of ours. */
  readonly fault?: string;
  readonly tampering: Message | null;
  /** Ids of questions whose verdict was another one in a second run. Absent when there was none, or none differed. */
  readonly unstable?: readonly string[];
  /** Present when all that was judged was run a second time. */
  readonly ranTwice?: true;
  /** Present when it exports none of the functions asked for: how many those are. */
  readonly noneFoundOf?: number;
  /** Present when top-level code stopped with an error, and the functions it had exported were graded. */
  readonly loadError?: LoadError;
  /** What the student wrote that belongs to no question, for staff; absent when there is nothing. */
  readonly unassigned?: readonly string[];
  /** Present when the exported `explanations`, or looking through all that was written, went over the limits: none of it was read. */
  readonly explanationsTooLarge?: true;
  /** Files beside what was graded that may answer what that leaves open; absent where there is none. */
  readonly unread?: readonly UnreadWork[];
  /** Marks made under other conditions than the record says below; absent when there are none. */
  readonly kept?: readonly KeptMarks[];
  readonly questions: readonly RecordedQuestion[];
  readonly output: CapturedOutput;
  readonly seedDigest: string;
  readonly rubricDigest: string;
  readonly planDigest: string;
  readonly producer: Producer;
  readonly tools: Readonly<Record<string, string>>;
  readonly sandbox: SandboxReport;
  readonly clock: Clock;
}
