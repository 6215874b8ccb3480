/**
 * Makes the record of one submission: a versioned plain object that everything later reads (scores, reports, exports).
 *
 * Pure. Two runs over the same bytes with the same seed give equal records apart from `clock`, the one place for times.
 */
import { createHash } from "node:crypto";
import { type Assignment, countMaxPoints } from "../contract/assignment";
import { compareText } from "../contract/compare-text";
import { addPoints } from "../contract/points";
import {
  type BatchFacts,
  type Clock,
  type HandedIn,
  type Judgement,
  type RecordedFile,
  type RecordedQuestion,
  type RecordStatus,
  recordVersion,
  type Score,
  type SubmissionRecord,
} from "../contract/record";
import type { SourceFile } from "../contract/submission";
import { hasUnreadExplanation, hasUnreadWork, losesPoints } from "../contract/unread-explanation";
import { quoteLines } from "./quote-lines";
import { makeWellFormed } from "./well-formed";

export function buildRecord(
  batch: BatchFacts,
  handedIn: HandedIn,
  judgement: Judgement,
  clock: Clock,
): SubmissionRecord {
  const questions = listQuestions(batch.assignment, judgement);
  const status = getStatus(questions, judgement);
  return makeWellFormed<SubmissionRecord>({
    schemaVersion: recordVersion,
    assignment: { id: batch.assignment.id },
    submission: describeHandedIn(handedIn),
    status,
    ...(status === "not_graded" ? {} : { score: addUp(batch.assignment, questions) }),
    ...(judgement.kind === "ungradable" ? { ungradable: describeUngradable(judgement, handedIn) } : {}),
    ...(judgement.kind === "fault" ? { fault: judgement.fault } : {}),
    tampering: judgement.kind === "fault" ? null : (judgement.tampering ?? null),
    ...(isUnstable(judgement) ? { unstable: judgement.unstable } : {}),
    ...(judgement.kind === "judged" && judgement.ranTwice === true ? { ranTwice: true } : {}),
    ...(findsNone(judgement) ? { noneFoundOf: judgement.exports.asked } : {}),
    ...(judgement.kind === "judged" && judgement.loadError !== undefined
      ? { loadError: judgement.loadError }
      : {}),
    ...describeUnread(judgement),
    ...describeKept(judgement),
    questions,
    output: (judgement.kind === "fault" ? undefined : judgement.output) ?? { stdout: "", stderr: "" },
    seedDigest: batch.seedDigest,
    rubricDigest: batch.rubricDigest,
    planDigest: batch.planDigest,
    producer: batch.producer,
    tools: sortKeys(batch.tools),
    sandbox: batch.sandbox,
    clock,
  });
}

function describeUngradable(
  { cause, says, place }: Extract<Judgement, { kind: "ungradable" }>,
  { files = [] }: HandedIn,
): NonNullable<SubmissionRecord["ungradable"]> {
  const excerpt = place === undefined ? undefined : quoteLines(files, place);
  return { cause, says, ...(excerpt === undefined ? {} : { excerpt }) };
}

/** The record of a mark that stands, with what is to be said of the hand-in now: its wrapping may be another one. */
export function refreshHandedIn(record: SubmissionRecord, handedIn: HandedIn): SubmissionRecord {
  return { ...record, submission: makeWellFormed(describeHandedIn(handedIn)) };
}

function describeHandedIn({
  id,
  entry,
  files,
  contentDigest,
  remarks,
}: HandedIn): SubmissionRecord["submission"] {
  return {
    id,
    entry: entry ?? null,
    files: (files ?? []).map(describeFile),
    contentDigest: contentDigest ?? null,
    ...(remarks === undefined ? {} : { remarks }),
  };
}

/** Texts and files that no question got hold of. */
function describeUnread(
  judgement: Judgement,
): Pick<SubmissionRecord, "unassigned" | "explanationsTooLarge" | "unread"> {
  if (judgement.kind === "fault") return {};
  const { unassigned = [] } = judgement;
  const unread = judgement.kind === "judged" ? (judgement.unread ?? []) : [];
  const isTooLarge = judgement.kind === "judged" && judgement.explanationsTooLarge === true;
  return {
    ...(unassigned.length === 0 ? {} : { unassigned }),
    ...(isTooLarge ? { explanationsTooLarge: true } : {}),
    ...(unread.length === 0 ? {} : { unread }),
  };
}

function describeKept(judgement: Judgement): Pick<SubmissionRecord, "kept"> {
  const { kept = [] } = judgement.kind === "judged" ? judgement : {};
  return kept.length === 0 ? {} : { kept };
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

function isUnstable(
  judgement: Judgement,
): judgement is Extract<Judgement, { kind: "judged" }> & { readonly unstable: readonly string[] } {
  return judgement.kind === "judged" && judgement.unstable !== undefined && judgement.unstable.length > 0;
}

/** Work that is there under other names would be a zero that nobody looks at. */
function findsNone(judgement: Judgement): judgement is Extract<Judgement, { kind: "judged" }> & {
  readonly exports: { readonly found: number; readonly asked: number };
} {
  return (
    judgement.kind === "judged" &&
    judgement.exports !== undefined &&
    judgement.exports.found === 0 &&
    judgement.exports.asked > 0
  );
}

/** An import that was not handed in, or an error on top: what stands after it is missing, and not for want of an answer. */
function losesByStop(judgement: Judgement, questions: readonly RecordedQuestion[]): boolean {
  return judgement.kind === "judged" && judgement.loadError !== undefined && losesPoints(questions);
}

/** Our fault first, since it holds back the total; then what needs a person. */
function getStatus(questions: readonly RecordedQuestion[], judgement: Judgement): RecordStatus {
  if (judgement.kind === "fault" || questions.some((one) => one.status === "not_graded")) return "not_graded";
  if (judgement.kind === "ungradable") return "ungradable";
  const needsPerson =
    judgement.tampering !== null ||
    isUnstable(judgement) ||
    findsNone(judgement) ||
    losesByStop(judgement, questions) ||
    hasUnreadExplanation({ questions, ...describeUnread(judgement) }) ||
    hasUnreadWork({ questions, ...describeUnread(judgement) }) ||
    questions.some((one) => one.status === "pending_manual");
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
