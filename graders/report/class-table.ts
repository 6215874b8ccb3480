/** The table of a class: a row per submission, a shaded cell per question. Pure. */

import type { MarkedRecord } from "../contract/hand-mark";
import { packFields } from "../contract/packed";
import { alignPoints, formatPoints, shortenPoints } from "../contract/points";
import type { Question } from "../contract/question";
import type { RecordedQuestion, RecordStatus } from "../contract/record";
import { hasPoints } from "../contract/recorded-question";
import type { Sentences } from "../wording/sentences-shape";
import type { ClassFacts, LinkView } from "./class-input";
import { findLevel, type Level, levels } from "./question-statistics";
import { getState } from "./question-view";

export interface ColumnView {
  readonly id: string;
  /** Its number in the assignment; null when it has none. */
  readonly task: string | null;
  readonly title: string;
  readonly maxPoints: string;
}

export interface RowView extends LinkView {
  readonly status: string;
  readonly statusWords: string;
  /** As many decimals as in every other row; null while held back. */
  readonly total: string | null;
  readonly bonus: string | null;
  readonly cells: readonly CellView[];
}

export interface CellView {
  readonly shade: Level | "held";
  /** Points, or a sign where there are none. */
  readonly points: string;
  /** Goes to a person. */
  readonly isMarked: boolean;
  /** What a pointer shows. */
  readonly says: string;
  readonly href: string;
}

export interface ShadeView {
  readonly shade: Level;
  readonly says: string;
}

export interface SignView {
  readonly sign: string;
  readonly says: string;
}

const signs = { waits: "†", unanswered: "–", notRun: "n/r", notGraded: "n/g", void: "×" } as const;
type Sign = keyof typeof signs;

export function viewShades({ classPage }: Sentences): readonly ShadeView[] {
  return levels.map((shade) => ({ shade, says: classPage.shades[shade] }));
}

export function viewSigns({ classPage }: Sentences): readonly SignView[] {
  return (Object.keys(signs) as Sign[]).map((one) => ({ sign: signs[one], says: classPage.signs[one] }));
}

export function viewColumns(
  questions: readonly Question[],
  tasks: Readonly<Record<string, string>> = {},
): readonly ColumnView[] {
  return questions.map(({ id, feedback, points }) => ({
    id,
    task: tasks[id] ?? null,
    title: feedback.title,
    maxPoints: shortenPoints(points),
  }));
}

export interface StatusView {
  readonly status: RecordStatus;
  readonly says: string;
}

/** The statuses that occur, to choose rows by. */
export function viewStatuses({ records }: ClassFacts, { statuses }: Sentences): readonly StatusView[] {
  const found = new Set(records.map(({ status }) => status));
  const all: readonly RecordStatus[] = ["graded", "pending_manual", "ungradable", "not_graded"];
  return all.filter((one) => found.has(one)).map((status) => ({ status, says: statuses[status] }));
}

export function viewRows(facts: ClassFacts, sentences: Sentences): readonly RowView[] {
  // What could not be run has no points yet: a zero would look like a mark.
  const scores = facts.records.map((one) => (one.status === "ungradable" ? undefined : one.score));
  const totals = alignColumn(scores.map((score) => score?.points));
  const bonuses = alignColumn(scores.map((score) => score?.bonus));
  return facts.records.map((record, at) => {
    const row: RowView = {
      ...facts.link(record.submission.id),
      status: record.status,
      statusWords: facts.older?.has(record.submission.id)
        ? `${sentences.statuses[record.status]} (${sentences.classPage.older})`
        : sentences.statuses[record.status],
      total: totals[at] ?? null,
      bonus: bonuses[at] ?? null,
      cells: viewCells(record, facts, sentences),
    };
    return packFields(row, ["cells"]);
  });
}

function alignColumn(points: readonly (string | undefined)[]): readonly (string | null)[] {
  const aligned = alignPoints(points.flatMap((one) => one ?? []))[Symbol.iterator]();
  return points.map((one) => (one === undefined ? null : (aligned.next().value ?? null)));
}

function viewCells(record: MarkedRecord, facts: ClassFacts, sentences: Sentences): readonly CellView[] {
  const byId = new Map(record.questions.map((one) => [one.id, one]));
  const { href } = facts.link(record.submission.id);
  return facts.assignment.questions.map((question) => {
    const cell = viewCell(byId.get(question.id), question, sentences);
    const isByHand = record.marks?.[question.id] !== undefined;
    return {
      ...cell,
      says: isByHand ? `${cell.says} (${sentences.classPage.byHand})` : cell.says,
      href: `${href}#${question.id}`,
    };
  });
}

function viewCell(
  recorded: RecordedQuestion | undefined,
  { feedback }: Question,
  { classPage, states }: Sentences,
): Omit<CellView, "href"> {
  const words = recorded === undefined ? classPage.none : states[getState(recorded)];
  const says = `${feedback.title}: ${words}`;
  if (recorded === undefined || !hasPoints(recorded))
    return { shade: "held", points: signs.notGraded, isMarked: false, says };
  const sign = findSign(recorded);
  return {
    shade: recorded.status === "ungradable" ? "held" : findLevel(recorded),
    points: sign === null ? shortenPoints(recorded.points) : signs[sign],
    isMarked: recorded.status === "pending_manual",
    says:
      sign === null
        ? `${says}, ${formatPoints(recorded.points)} / ${formatPoints(recorded.maxPoints)}`
        : says,
  };
}

/** Null where the points are to be shown: a wrong answer's are 0. */
function findSign(recorded: RecordedQuestion): Sign | null {
  const state = getState(recorded);
  if (state === "ungradable") return "notRun";
  return state === "unanswered" || state === "void" ? state : null;
}
