/** What grading a class is asked, where it stands, and what it tells on its way. */
import type { Assignment } from "../contract/assignment";
import type { Compiler } from "../contract/compiled";
import type { LimitName } from "../contract/limits";
import type { Message } from "../contract/message";
import type { QuestionWeight } from "../contract/question-weight";
import type { BatchFacts, Producer, SubmissionRecord } from "../contract/record";
import type { SandboxMode, SandboxReport } from "../contract/sandbox-report";
import type { FoundSubmission } from "../contract/submission";
import type { DiscoverOptions } from "../intake/discover";
import type { SeedOrigin } from "./class-seed";
import type { PageRequest } from "./page-request";
import type { Shard } from "./shards/shard";
import type { RosterRequest } from "./take-roster";
import type { ClassResult } from "./write-class";

export interface GradeRequest extends RosterRequest, PageRequest {
  /** A class or one submission: a folder, a zip archive, or one file. */
  readonly path: string;
  /** What the names under the path do not tell. */
  readonly discovery?: DiscoverOptions;
  readonly outFolder: string;
  readonly assignment: Assignment;
  /**
   * Absolute path of the module that exports `assignment`, for the threads that judge and write pages, in one of the
   * languages of `wording/`. Left out: both happen in the calling thread, where nothing can stop them.
   */
  readonly assignmentModule?: string;
  /** Of the hidden inputs. Left out: the class's own, which is made at its first run and kept in the output folder. */
  readonly seed?: string;
  /** Submissions graded at once. */
  readonly jobs: number;
  readonly sandboxMode: SandboxMode;
  readonly limits?: Readonly<Partial<Record<LimitName, unknown>>>;
  /** Grade only these submissions; what is on record for the others stands. */
  readonly only?: readonly string[];
  /** Grade only this part of the class; the others' students are neither graded nor absent here. */
  readonly shard?: Shard;
  /** Ask these questions alone; marks of the others stay as they are on record. */
  readonly questions?: readonly string[];
  /** Grade everything again, whatever is on record. */
  readonly fresh?: boolean;
  /** Run every submission a second time and note which verdicts differ; grades everything again. */
  readonly twice?: boolean;
  /** Questions that count otherwise; what was said before when left out. */
  readonly weights?: readonly QuestionWeight[];
}

/** Where the project lies and who it is, and the outside world. */
export interface GradeContext {
  readonly root: string;
  readonly producer: Producer;
  readonly tools: Readonly<Record<string, string>>;
  readonly now: () => Date;
  readonly signal?: AbortSignal;
  readonly onProgress?: (event: GradeEvent) => void;
  /** Called once everything is on disk, while the folder is still this run's own. */
  readonly onWritten?: (graded: GradedClass) => Promise<void>;
  /** One that is up already and stays so; left out, one is started and closed. */
  readonly compiler?: Compiler;
  /** Left out, everything that is wanted is graded here. */
  readonly deal?: Deal;
}

export interface GradedClass extends ClassResult {
  readonly seed: SeedOrigin;
}

/**
 * Decides what of a batch is graded here, and when, and settles once that is done.
 *
 * @returns what was recorded here, one for each submission
 */
export type Deal = (batch: Batch) => Promise<readonly SubmissionRecord[]>;

export interface Batch {
  readonly facts: BatchFacts;
  /** Everything that is wanted, in the order of ids. */
  readonly submissions: readonly FoundSubmission[];
  /**
   * Settles once the record is on disk; takes up one that stands.
   *
   * @throws the signal's reason when interrupted; with a `deal`, WriteFault for a record that the disk refused
   */
  readonly record: (found: FoundSubmission) => Promise<SubmissionRecord>;
}

export type GradeEvent =
  | {
      readonly kind: "started";
      readonly submissions: number;
      readonly sandbox: SandboxReport;
      /** About the class, how the roster was read, and what was cleared away of an earlier run that was killed. */
      readonly notes: readonly (string | Message)[];
    }
  /** Is being graded, whatever comes of it. */
  | { readonly kind: "running"; readonly id: string }
  | {
      readonly kind: "finished";
      readonly record: SubmissionRecord;
      readonly reused: boolean;
      /** What the submission's processes took of the processor; 0 where nothing is known. */
      readonly processorMs?: number;
    };
