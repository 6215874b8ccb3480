/**
 * The record of one submission: a versioned plain object that everything later reads (scores, reports, exports).
 *
 * Pure. Two runs over the same bytes with the same seed give equal records apart from `clock`, the one place for
 * times. Names of students are not in it; evidence for staff is.
 */
import { createHash } from "node:crypto";
import { type Assignment, countMaxPoints } from "../assignment";
import { addPoints } from "../points";
import type { SandboxReport } from "../sandbox/sandbox";
import type { QuestionVerdict } from "../verdict";
import type { SourceFile } from "./discover";
import type { Plan } from "./plan";

/** MAJOR.MINOR of record.schema.json. */
export const recordVersion = "1.0";

/** Name of the file that holds it, in the submission's folder. */
export const recordFile = "record.json";

/** What is the same for every record of a batch. */
export interface BatchFacts {
  readonly assignment: Assignment;
  readonly seed: string;
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
}

/** What became of a submission, before it is a record. */
export type Judgement =
  | {
      readonly kind: "judged";
      readonly questions: readonly QuestionVerdict[];
      /** From the run: why a person should look, or null. */
      readonly tampering: string | null;
      readonly output: CapturedOutput;
    }
  /** Nothing could be run from what was handed in. */
  | {
      readonly kind: "ungradable";
      readonly cause: UngradableCause;
      /** One sentence for the student. */
      readonly says: string;
      readonly output?: CapturedOutput;
      readonly tampering?: string | null;
      /** What the student wrote, by question id, for the person who will look. */
      readonly explanations?: ReadonlyMap<string, string>;
    }
  /** We failed on the whole submission: no question is graded. */
  | { readonly kind: "fault"; readonly fault: string };

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

export interface SubmissionRecord {
  readonly schemaVersion: typeof recordVersion;
  readonly assignment: { readonly id: string };
  readonly submission: {
    readonly id: string;
    readonly entry: string | null;
    readonly files: readonly RecordedFile[];
    readonly contentDigest: string | null;
  };
  readonly status: RecordStatus;
  /** Absent exactly when the status is "not_graded". */
  readonly score?: Score;
  /** Present exactly when the status is "ungradable". */
  readonly ungradable?: { readonly cause: UngradableCause; readonly says: string };
  /** Present when the whole submission could not be graded for a fault of ours. */
  readonly fault?: string;
  readonly tampering: string | null;
  readonly questions: readonly RecordedQuestion[];
  readonly output: CapturedOutput;
  readonly seed: string;
  readonly rubricDigest: string;
  readonly planDigest: string;
  readonly producer: Producer;
  readonly tools: Readonly<Record<string, string>>;
  readonly sandbox: SandboxReport;
  readonly clock: Clock;
}

export function buildRecord(
  batch: BatchFacts,
  handedIn: HandedIn,
  judgement: Judgement,
  clock: Clock,
): SubmissionRecord {
  const questions = listQuestions(batch.assignment, judgement);
  const status = getStatus(questions, judgement);
  return {
    schemaVersion: recordVersion,
    assignment: { id: batch.assignment.id },
    submission: {
      id: handedIn.id,
      entry: handedIn.entry ?? null,
      files: (handedIn.files ?? []).map(describeFile),
      contentDigest: handedIn.contentDigest ?? null,
    },
    status,
    ...(status === "not_graded" ? {} : { score: addUp(batch.assignment, questions) }),
    ...(judgement.kind === "ungradable"
      ? { ungradable: { cause: judgement.cause, says: judgement.says } }
      : {}),
    ...(judgement.kind === "fault" ? { fault: judgement.fault } : {}),
    tampering: judgement.kind === "fault" ? null : (judgement.tampering ?? null),
    questions,
    output: (judgement.kind === "fault" ? undefined : judgement.output) ?? { stdout: "", stderr: "" },
    seed: batch.seed,
    rubricDigest: batch.rubricDigest,
    planDigest: batch.planDigest,
    producer: batch.producer,
    tools: sortKeys(batch.tools),
    sandbox: batch.sandbox,
    clock,
  };
}

/** Digest of what a run asks and within which limits: questions with their points, and every hidden call in order. */
export function digestPlan(plan: Plan, limits: Readonly<Record<string, number>> = {}): string {
  const sortedLimits = Object.entries(limits).sort(([a], [b]) => compareText(a, b));
  const hash = createHash("sha256").update(JSON.stringify(["plan", plan.seed, sortedLimits]));
  for (const { question, kind } of plan.questions) {
    hash.update(JSON.stringify([question.id, question.points, kind]));
  }
  for (const call of plan.calls) hash.update(JSON.stringify(call.key));
  return `sha256:${hash.digest("hex")}`;
}

function listQuestions(assignment: Assignment, judgement: Judgement): readonly RecordedQuestion[] {
  switch (judgement.kind) {
    case "judged":
      return judgement.questions;
    case "ungradable":
      return assignment.questions.map((question) => ({
        id: question.id,
        status: "ungradable",
        points: "0",
        maxPoints: question.points,
        isBonus: question.isBonus === true,
        explanation: judgement.explanations?.get(question.id) ?? "",
      }));
    case "fault":
      return assignment.questions.map((question) => ({
        id: question.id,
        status: "not_graded",
        maxPoints: question.points,
        isBonus: question.isBonus === true,
        fault: judgement.fault,
        explanation: "",
      }));
  }
}

/** Our fault first, since it holds back the total; then what needs a person. */
function getStatus(questions: readonly RecordedQuestion[], judgement: Judgement): RecordStatus {
  if (judgement.kind === "fault" || questions.some((one) => one.status === "not_graded")) return "not_graded";
  if (judgement.kind === "ungradable") return "ungradable";
  const needsPerson =
    judgement.tampering !== null || questions.some((one) => one.status === "pending_manual");
  return needsPerson ? "pending_manual" : "graded";
}

function addUp(assignment: Assignment, questions: readonly RecordedQuestion[]): Score {
  return {
    points: addPoints(listPoints(questions, false)),
    maxPoints: countMaxPoints(assignment),
    bonus: addPoints(listPoints(questions, true)),
  };
}

/** Points of the questions that have any: the bonus ones, or the others. */
export function listPoints(questions: readonly RecordedQuestion[], isBonus: boolean): readonly string[] {
  return questions.flatMap((one) =>
    one.status !== "not_graded" && one.isBonus === isBonus ? [one.points] : [],
  );
}

function describeFile(file: SourceFile): RecordedFile {
  const sha256 = `sha256:${createHash("sha256").update(file.text, "utf8").digest("hex")}`;
  return { path: file.path, bytes: file.bytes, sha256 };
}

function sortKeys(versions: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(versions).sort(([a], [b]) => compareText(a, b)));
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
