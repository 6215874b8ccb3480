/**
 * Marks under today's rubric, code and seed, from the answers on record; who was not asked what is asked now is run.
 * Looked at first, and only then put in the place of the marks that stand.
 */

import { findAccepted } from "../../contract/accepted-option";
import type { Assignment } from "../../contract/assignment";
import { UsageError } from "../../contract/faults";
import type { QuestionWeight } from "../../contract/question-weight";
import type { SubmissionRecord } from "../../contract/record";
import { isJudged } from "../../contract/recorded-question";
import { acceptOptions } from "../../judge/accepted/accept-options";
import { appendAcceptances, readAcceptances } from "../../records/accepted-file";
import { applyMarks } from "../../records/hand-marks/apply";
import { outputFiles } from "../../records/output-files";
import {
  appendRegrades,
  type RegradeLine,
  type ReplacedRecord,
  regradeVersion,
} from "../../records/regrades-file";
import { openStore } from "../../records/store";
import { weighRecord } from "../../records/weights/weigh";
import { readWeights } from "../../records/weights/weights-file";
import { type ClassComparison, compareClasses } from "../../report/comparison/compare-classes";
import { openClassReporter } from "../class-reporter";
import type { GradeContext } from "../grade-request";
import { lockFolder, refuseWorking } from "../lock";
import { type MarkingClass, openMarkingClass } from "../marking/marking-class";
import { requireGraded } from "../out-folder";
import { rewriteLocked } from "../rewrite-class";
import type { ClassResult } from "../write-class";
import { type FreshRecords, makeFreshRecords, type RegradeRequest } from "./fresh-records";

export interface Regrade extends Omit<FreshRecords, "records" | "answers"> {
  readonly comparison: ClassComparison;
  readonly notices: readonly string[];
}

/** Why marks are replaced, and who says so; both for staff. */
export interface RegradeReason {
  readonly why: string;
  readonly by: string;
}

/** Changes nothing in the folder. @throws UsageError for what the caller can mend; the signal's reason when interrupted */
export async function previewRegrade(request: RegradeRequest, context: GradeContext): Promise<Regrade> {
  await refuseWorking(request.outFolder);
  const before = await openMarkingClass(request.outFolder);
  const assignments = await openAssignments(request);
  const fresh = await makeFreshRecords(before.records, { ...request, assignment: assignments.now }, context);
  return describeRegrade(before, fresh, { ...assignments, weights: await readWeights(request.outFolder) });
}

/**
 * Every replaced record lies in `history/`, and the reason is on disk before the first of them is replaced.
 *
 * @throws as {@link previewRegrade}; UsageError without a reason or a name; WriteFault when the disk refuses
 */
export async function applyRegrade(
  request: RegradeRequest,
  reason: RegradeReason,
  context: GradeContext,
): Promise<Regrade & { readonly written: ClassResult | null }> {
  if (reason.why.trim() === "") throw new UsageError("--why: expected a reason, got an empty text");
  if (reason.by.trim() === "") throw new UsageError("--by: expected initials, got an empty text");
  const { outFolder, assignment, acceptance, translator } = request;
  requireGraded(outFolder);
  const unlock = await lockFolder(outFolder);
  try {
    const before = await openMarkingClass(outFolder);
    const assignments = await openAssignments(request);
    // Pages that could not be written are said before a mark is replaced.
    await openClassReporter({ outFolder, root: context.root, assignment }, request);
    const fresh = await makeFreshRecords(
      before.records,
      { ...request, assignment: assignments.now },
      context,
    );
    const weights = await readWeights(outFolder);
    const regrade = describeRegrade(before, fresh, { ...assignments, weights });
    if (fresh.records.length === 0 && acceptance === undefined) return { ...regrade, written: null };
    // Should it end here, the next run judges by it.
    if (acceptance !== undefined) await appendAcceptances(outFolder, [acceptance]);
    await replaceRecords(before, fresh, { outFolder, reason, at: context.now().toISOString() });
    const written = await rewriteLocked(
      outFolder,
      assignment,
      context.root,
      translator === undefined ? {} : { translator },
    );
    return { ...regrade, written };
  } finally {
    await unlock();
  }
}

interface Assignments {
  /** With what the class accepts as yet. */
  readonly before: Assignment;
  /** With what it accepts from now on. */
  readonly now: Assignment;
}

async function openAssignments({ outFolder, assignment, acceptance }: RegradeRequest): Promise<Assignments> {
  const { lines } = await readAcceptances(outFolder);
  const before = acceptOptions(assignment, findAccepted(lines));
  if (acceptance === undefined) return { before, now: before };
  return { before, now: acceptOptions(assignment, findAccepted([...lines, acceptance])) };
}

interface Weighed extends Assignments {
  readonly weights: readonly QuestionWeight[];
}

function describeRegrade(
  { records, standing, notices }: MarkingClass,
  { records: fresh, answers: _, ...told }: FreshRecords,
  { before: assignmentBefore, now, weights }: Weighed,
): Regrade {
  const byId = new Map(fresh.map((record) => [record.submission.id, record]));
  const mark = (record: SubmissionRecord) => weighRecord(applyMarks(record, standing, now), weights, now);
  const before = { assignment: assignmentBefore, records: records.map(mark) };
  const after = {
    assignment: now,
    records: records.map((record) => mark(byId.get(record.submission.id) ?? record)),
  };
  return { ...told, notices, comparison: compareClasses(before, after) };
}

interface Replacing {
  readonly outFolder: string;
  readonly reason: RegradeReason;
  readonly at: string;
}

async function replaceRecords(
  { records }: MarkingClass,
  fresh: FreshRecords,
  { outFolder, reason, at }: Replacing,
): Promise<void> {
  const [first] = fresh.records;
  if (first === undefined) return;
  const { rubricDigest, seedDigest } = first;
  const earlier = new Map(records.map((record) => [record.submission.id, record]));
  const replaced = fresh.records.flatMap((now): ReplacedRecord[] => {
    const before = earlier.get(now.submission.id);
    return before === undefined ? [] : [describeReplaced(before, now, fresh.run)];
  });
  const line: RegradeLine = {
    schemaVersion: regradeVersion,
    at,
    ...reason,
    rubricDigest,
    seedDigest,
    replaced,
  };
  await appendRegrades(outFolder, [line]);
  const store = openStore(outFolder);
  for (const record of fresh.records) {
    const { id } = record.submission;
    const answers = fresh.answers.get(id);
    if (answers !== undefined) await store.writeFile(id, outputFiles.answers, answers);
    await store.writeRecord(record);
  }
}

function describeReplaced(
  before: SubmissionRecord,
  now: SubmissionRecord,
  run: readonly string[],
): ReplacedRecord {
  const { submission, clock, rubricDigest, seedDigest } = before;
  return {
    submission: submission.id,
    gradedAt: clock.finishedAt,
    rubricDigest,
    seedDigest,
    wasRun: run.includes(submission.id),
    before: listPoints(before),
    now: listPoints(now),
  };
}

function listPoints(record: SubmissionRecord): Readonly<Record<string, string | null>> {
  return Object.fromEntries(record.questions.map((one) => [one.id, isJudged(one) ? one.points : null]));
}
