/**
 * What differs between two gradings of a class: who gains, who loses, by how much, and what was found before and now.
 * From records alone. Pure; for staff, since hand-ins are named.
 */
import type { Assignment } from "../../contract/assignment";
import type { MarkedRecord, OutdatedReason } from "../../contract/hand-mark";
import { comparePoints, subtractPoints } from "../../contract/points";
import type { RecordedQuestion } from "../../contract/record";
import { englishSentences } from "../../wording/sentences";
import { writeMessage } from "../question-message";

/** What a question has in one of the gradings. */
export interface QuestionSide {
  /** An exact decimal; null where there is none: it could not be run, or the grader failed. Never 0 for that. */
  readonly points: string | null;
  readonly maxPoints: string;
  readonly status: RecordedQuestion["status"];
  /** What was found, in the words of the options; a fault of the grader in its own. */
  readonly says: string;
  /** True where a person's decision counts. */
  readonly byHand: boolean;
  /** Why a person's decision does not count. */
  readonly outdated?: OutdatedReason;
}

export type ChangeKind =
  | "gains"
  | "loses"
  /** The same points for something else, or out of another maximum. */
  | "same-points"
  /** Points before and none now: no loss, since nothing was judged. */
  | "no-longer-judged"
  | "now-judged"
  /** No points on either side, for different reasons. */
  | "still-not-judged"
  | "added"
  | "removed";

export interface QuestionChange {
  readonly question: string;
  readonly kind: ChangeKind;
  /** Now less before, an exact decimal; null where one of the two is no number. */
  readonly by: string | null;
  readonly before: QuestionSide | null;
  readonly after: QuestionSide | null;
}

/** Points with bonus apart; null where there is no total. */
export type Total = { readonly points: string; readonly maxPoints: string; readonly bonus: string } | null;

export interface SubmissionChange {
  readonly submission: string;
  readonly before: Total;
  readonly after: Total;
  /** Other files than before. */
  readonly isOtherHandIn: boolean;
  readonly questions: readonly QuestionChange[];
}

export interface ClassComparison {
  readonly changed: readonly SubmissionChange[];
  /** How many have the same points for the same reasons. */
  readonly unchanged: number;
  readonly onlyBefore: readonly string[];
  readonly onlyAfter: readonly string[];
}

/** One grading of a class, with what people decided. */
export interface GradedSide {
  readonly assignment: Assignment;
  readonly records: readonly MarkedRecord[];
}

export function compareClasses(before: GradedSide, after: GradedSide): ClassComparison {
  const earlier = byId(before.records);
  const later = byId(after.records);
  const both = [...earlier.keys()].filter((id) => later.has(id)).sort();
  const changed = both.flatMap((id) => {
    const change = compareRecords([before, earlier.get(id)], [after, later.get(id)]);
    return change === null ? [] : [change];
  });
  return {
    changed,
    unchanged: both.length - changed.length,
    onlyBefore: [...earlier.keys()].filter((id) => !later.has(id)).sort(),
    onlyAfter: [...later.keys()].filter((id) => !earlier.has(id)).sort(),
  };
}

function byId(records: readonly MarkedRecord[]): ReadonlyMap<string, MarkedRecord> {
  return new Map(records.map((record) => [record.submission.id, record]));
}

type Sided = readonly [GradedSide, MarkedRecord | undefined];

function compareRecords([before, was]: Sided, [after, is]: Sided): SubmissionChange | null {
  if (was === undefined || is === undefined) return null;
  const ids = new Set([...was.questions, ...is.questions].map(({ id }) => id));
  const questions = [...ids].flatMap((id) => {
    const change = compareSides(describeSide(id, was, before), describeSide(id, is, after));
    return change === null ? [] : [{ question: id, ...change }];
  });
  const totals = { before: getTotal(was), after: getTotal(is) };
  const isOtherHandIn = was.submission.contentDigest !== is.submission.contentDigest;
  const isSameTotal = JSON.stringify(totals.before) === JSON.stringify(totals.after);
  return questions.length === 0 && isSameTotal
    ? null
    : { submission: was.submission.id, ...totals, isOtherHandIn, questions };
}

function getTotal({ score, status }: MarkedRecord): Total {
  return status === "ungradable" || score === undefined ? null : score;
}

function describeSide(id: string, record: MarkedRecord, { assignment }: GradedSide): QuestionSide | null {
  const recorded = record.questions.find((one) => one.id === id);
  if (recorded === undefined) return null;
  const asked = assignment.questions.find((one) => one.id === id);
  const mark = record.marks?.[id];
  const weight = record.weights?.find(({ question }) => question === id);
  const { maxPoints, status } = recorded;
  const isJudged = status === "graded" || status === "pending_manual";
  return {
    points: isJudged ? recorded.points : null,
    maxPoints,
    status,
    says:
      status === "not_graded"
        ? recorded.fault
        : writeMessage(recorded, asked, englishSentences, { mark, weight }).trim(),
    byHand: mark !== undefined && mark.outdated === undefined,
    ...(mark?.outdated === undefined ? {} : { outdated: mark.outdated }),
  };
}

function compareSides(
  before: QuestionSide | null,
  after: QuestionSide | null,
): Omit<QuestionChange, "question"> | null {
  if (JSON.stringify(before) === JSON.stringify(after)) return null;
  const kind = findKind(before, after);
  const isCounted = before !== null && after !== null && before.points !== null && after.points !== null;
  return { kind, by: isCounted ? subtractPoints(after.points, before.points) : null, before, after };
}

function findKind(before: QuestionSide | null, after: QuestionSide | null): ChangeKind {
  if (before === null) return "added";
  if (after === null) return "removed";
  if (before.points === null) return after.points === null ? "still-not-judged" : "now-judged";
  if (after.points === null) return "no-longer-judged";
  const order = comparePoints(after.points, before.points);
  return order > 0 ? "gains" : order < 0 ? "loses" : "same-points";
}
