/** The table of a class: a row per submission, a shaded cell per question. Pure. */

import type { MarkedRecord } from "../contract/hand-mark";
import { formatPoints, ratioOfPoints } from "../contract/points";
import type { Question } from "../contract/question";
import type { RecordedQuestion } from "../contract/record";
import type { Sentences } from "../wording/sentences-shape";
import type { ClassFacts, LinkView } from "./class-input";
import { getState } from "./question-view";

export interface ColumnView {
  readonly id: string;
  readonly title: string;
  readonly maxPoints: string;
}

export interface RowView extends LinkView {
  readonly status: string;
  readonly statusWords: string;
  /** Null while held back. */
  readonly total: string | null;
  readonly bonus: string | null;
  readonly cells: readonly CellView[];
}

export interface CellView {
  /** "empty" when not answered, "none" | "low" | "high" | "full" by points, or "held" without points. */
  readonly shade: string;
  readonly points: string;
  /** Goes to a person. */
  readonly isMarked: boolean;
  /** What a pointer shows. */
  readonly says: string;
  readonly href: string;
}

export function viewColumns(questions: readonly Question[]): readonly ColumnView[] {
  return questions.map((one) => ({
    id: one.id,
    title: one.feedback.title,
    maxPoints: formatPoints(one.points),
  }));
}

export function viewRows(facts: ClassFacts, sentences: Sentences): readonly RowView[] {
  return facts.records.map((record) => viewRow(record, facts, sentences));
}

function viewRow(record: MarkedRecord, facts: ClassFacts, sentences: Sentences): RowView {
  const link = facts.link(record.submission.id);
  const byId = new Map(record.questions.map((one) => [one.id, one]));
  // What could not be run has no points yet: a zero would look like a mark.
  const score = record.status === "ungradable" ? undefined : record.score;
  return {
    ...link,
    status: record.status,
    statusWords: facts.older?.has(record.submission.id)
      ? `${sentences.statuses[record.status]} (${sentences.classPage.older})`
      : sentences.statuses[record.status],
    total: score === undefined ? null : formatPoints(score.points),
    bonus: score === undefined ? null : formatPoints(score.bonus),
    cells: facts.assignment.questions.map((question) => {
      const cell = viewCell(byId.get(question.id), question, link.href, sentences);
      const isByHand = record.marks?.[question.id] !== undefined;
      return isByHand ? { ...cell, says: `${cell.says} (${sentences.classPage.byHand})` } : cell;
    }),
  };
}

function viewCell(
  recorded: RecordedQuestion | undefined,
  question: Question,
  reportHref: string,
  sentences: Sentences,
): CellView {
  const words = recorded === undefined ? sentences.classPage.none : sentences.states[getState(recorded)];
  return {
    shade: getShade(recorded),
    points: recorded === undefined || isWithoutPoints(recorded) ? "—" : formatPoints(recorded.points),
    isMarked: recorded?.status === "pending_manual",
    says: `${question.feedback.title}: ${words}`,
    href: `${reportHref}#${question.id}`,
  };
}

function isWithoutPoints(
  recorded: RecordedQuestion,
): recorded is Extract<RecordedQuestion, { status: "not_graded" | "ungradable" }> {
  return recorded.status === "not_graded" || recorded.status === "ungradable";
}

function getShade(recorded: RecordedQuestion | undefined): string {
  if (recorded === undefined || !("points" in recorded)) return "held";
  if (["unanswered", "ungradable", "void"].includes(getState(recorded))) return "empty";
  const share = ratioOfPoints(recorded.points, recorded.maxPoints);
  if (share >= 1) return "full";
  if (share >= 0.5) return "high";
  return share > 0 ? "low" : "none";
}
