/** A graded class as the person sees who decides: its records, what was decided, and what still waits. */
import type { Appeal } from "../../contract/appeal";
import type { Assignment } from "../../contract/assignment";
import { compareText } from "../../contract/compare-text";
import { UsageError } from "../../contract/faults";
import { isSettled, type MarkLine, type OpenQuestion } from "../../contract/hand-mark";
import type { SubmissionRecord } from "../../contract/record";
import { readAppeals } from "../../records/hand-marks/appeals-file";
import { applyMarks } from "../../records/hand-marks/apply";
import { readMarks } from "../../records/hand-marks/marks-file";
import { findStanding, type StandingMarks } from "../../records/hand-marks/standing";
import { listUnanswered } from "../../records/hand-marks/unanswered";
import { listWaiting } from "../../records/hand-marks/waiting";
import { openStore } from "../../records/store";
import { isVoid } from "../../records/weights/weigh";
import { readWeights } from "../../records/weights/weights-file";
import { requireGraded } from "../out-folder";

export interface MarkingClass {
  /** What the runs made of each submission, in the order of ids. */
  readonly records: readonly SubmissionRecord[];
  readonly lines: readonly MarkLine[];
  readonly standing: StandingMarks;
  /** Every request for another look, answered or not; left out where nobody asked. */
  readonly appeals?: readonly Appeal[];
  /** Names of the answers that a second person is to decide; left out for the first. */
  readonly sample?: ReadonlySet<string>;
  /** Ids of questions that do not count for this class, and wait for nobody; left out where all count. */
  readonly voided?: ReadonlySet<string>;
  readonly notices: readonly string[];
}

/** One question of one submission, in a set. */
export function nameAnswer(submission: string, question: string): string {
  return JSON.stringify([submission, question]);
}

/** @throws UsageError where no class was graded, or something of it cannot be read */
export async function openMarkingClass(outFolder: string): Promise<MarkingClass> {
  requireGraded(outFolder);
  const { records, unreadable } = await openStore(outFolder).readAll();
  if (unreadable.size > 0)
    throw new UsageError(`${[...unreadable.values()].join("; ")}; grade the class again`);
  if (records.length === 0)
    throw new UsageError(`${outFolder}: expected records of a graded class, got none`);
  const sorted = [...records].sort((a, b) => compareText(a.submission.id, b.submission.id));
  return { records: sorted, ...(await readDecisions(outFolder)) };
}

/** What people said, without the records. @throws UsageError for a line that is none */
export async function readDecisions(outFolder: string): Promise<Omit<MarkingClass, "records">> {
  const [marks, appeals] = [await readMarks(outFolder), await readAppeals(outFolder)];
  const { lines } = marks;
  const notices = [...marks.notices, ...appeals.notices];
  const voided = new Set((await readWeights(outFolder)).filter(isVoid).map(({ question }) => question));
  return { lines, standing: findStanding(lines), appeals: appeals.lines, voided, notices };
}

/** What a person still has to decide, submission by submission. */
export function listOpen(
  { records, standing, sample, voided, appeals = [] }: Omit<MarkingClass, "lines" | "notices">,
  assignment: Assignment,
): readonly OpenQuestion[] {
  const unanswered = listUnanswered(appeals, standing);
  return records.flatMap((record) => {
    const marked = applyMarks(record, standing, assignment);
    const waiting = new Set(listWaiting(record).map(({ id }) => id));
    const asked = unanswered.filter(({ submission }) => submission === record.submission.id);
    return record.questions.flatMap((question) => {
      if (voided?.has(question.id)) return [];
      const requests = asked.filter((one) => one.question === question.id).map(({ text }) => text);
      if (requests.length > 0) return [{ record: marked, question, requests }];
      const mark = marked.marks?.[question.id];
      const waits = sample?.has(nameAnswer(record.submission.id, question.id)) ?? waiting.has(question.id);
      const isOpen = mark === undefined ? waits : !isSettled(mark);
      return isOpen ? [{ record: marked, question }] : [];
    });
  });
}
