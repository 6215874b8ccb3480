/** Records and assignment with questions that count otherwise. Laid over what was judged and decided. Pure. */
import { type Assignment, countMaxPoints } from "../../contract/assignment";
import { isSettled, type MarkedRecord, type QuestionMark } from "../../contract/hand-mark";
import { addPoints, shareOfPoints } from "../../contract/points";
import type { Question } from "../../contract/question";
import type { QuestionWeight } from "../../contract/question-weight";
import type { RecordedQuestion, RecordStatus } from "../../contract/record";
import { listWaiting } from "../hand-marks/waiting";
import { listPoints } from "../record";

export function weighAssignment(assignment: Assignment, weights: readonly QuestionWeight[]): Assignment {
  const weighOne = (question: Question): Question => {
    const weight = weights.find((one) => one.question === question.id);
    return weight === undefined
      ? question
      : { ...question, points: shareOfPoints(question.points, weight.factor) };
  };
  return weights.length === 0 ? assignment : { ...assignment, questions: assignment.questions.map(weighOne) };
}

/** The record itself where none of its questions counts otherwise. */
export function weighRecord(
  record: MarkedRecord,
  weights: readonly QuestionWeight[],
  assignment: Assignment,
): MarkedRecord {
  const own = weights.filter(({ question }) => record.questions.some(({ id }) => id === question));
  if (own.length === 0) return record;
  const byId = new Map(own.map((one) => [one.question, one]));
  const questions = record.questions.map((one) => {
    const factor = byId.get(one.id)?.factor;
    return factor === undefined ? one : weighQuestion(one, factor, record);
  });
  const status = findStatus(record, questions, byId);
  const { score: _, ...rest } = record;
  const score = {
    points: addPoints(listPoints(questions, false)),
    maxPoints: countMaxPoints(weighAssignment(assignment, own)),
    bonus: addPoints(listPoints(questions, true)),
  };
  return {
    ...rest,
    status,
    ...(status === "not_graded" ? {} : { score }),
    questions,
    weights: own,
    ...(record.marks === undefined ? {} : { marks: weighMarks(record.marks, byId) }),
  };
}

/** What does not count waits for nobody, and a fault of the grader holds nothing back there. */
function weighQuestion(
  question: RecordedQuestion,
  factor: string,
  { fault }: MarkedRecord,
): RecordedQuestion {
  const maxPoints = shareOfPoints(question.maxPoints, factor);
  if (question.status === "ungradable") return { ...question, maxPoints };
  if (question.status === "not_graded") {
    const { id, isBonus, explanation } = question;
    return isVoid({ factor }) && fault === undefined
      ? { id, isBonus, explanation, status: "graded", points: "0", maxPoints, parts: [] }
      : { ...question, maxPoints };
  }
  return {
    ...question,
    ...(isVoid({ factor }) ? { status: "graded" as const } : {}),
    points: shareOfPoints(question.points, factor),
    maxPoints,
    parts: question.parts.map((part) => ({
      ...part,
      points: shareOfPoints(part.points, factor),
      maxPoints: shareOfPoints(part.maxPoints, factor),
    })),
  };
}

export function isVoid({ factor }: Pick<QuestionWeight, "factor">): boolean {
  return Number(factor) === 0;
}

function findStatus(
  record: MarkedRecord,
  questions: readonly RecordedQuestion[],
  weights: ReadonlyMap<string, QuestionWeight>,
): RecordStatus {
  const { status, marks = {} } = record;
  if (status === "ungradable" || status === "graded" || record.fault !== undefined) return status;
  if (questions.some((one) => one.status === "not_graded")) return "not_graded";
  const isOpen = ({ id }: RecordedQuestion): boolean =>
    !isSettled(marks[id]) && !isVoid(weights.get(id) ?? { factor: "1" });
  return listWaiting({ ...record, status: "pending_manual" }).some(isOpen) ? "pending_manual" : "graded";
}

function weighMarks(
  marks: Readonly<Record<string, QuestionMark>>,
  weights: ReadonlyMap<string, QuestionWeight>,
): Readonly<Record<string, QuestionMark>> {
  const weighOne = ([id, mark]: [string, QuestionMark]): [string, QuestionMark] => {
    const factor = weights.get(id)?.factor;
    return factor === undefined || mark.automatic === undefined
      ? [id, mark]
      : [id, { ...mark, automatic: shareOfPoints(mark.automatic, factor) }];
  };
  return Object.fromEntries(Object.entries(marks).map(weighOne));
}
