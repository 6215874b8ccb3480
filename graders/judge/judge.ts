/**
 * Judging, pure: which reading explains all answers to a part, and what the question is worth for it.
 *
 * Order of readings: reference, conventions, errors carried forward, misconceptions; the higher credit first
 * within a kind. Two accepted conventions that together explain every answer are accepted as a mix.
 */

import { isRealExplanation } from "../contract/explanation";
import { GraderFault } from "../contract/faults";
import { addPoints, comparePoints, shareOfPoints } from "../contract/points";
import type { Question, TextPart } from "../contract/question";
import { describeError } from "../contract/thrown";
import type { PartVerdict, QuestionVerdict } from "../contract/verdict";
import type { Answers, ExplainedParts } from "./given";
import { judgeCallPart } from "./judge-part";
import type { Plan, PlannedPart, PlannedQuestion } from "./plan";

/**
 * Judges every planned question in catalogue order, so that later ones can look back at earlier ones.
 *
 * @param shown readings of questions that are not in the plan, by "question/part"
 */
export function judgeSubmission(
  plan: Plan,
  answers: Answers,
  shown: ReadonlyMap<string, string> = new Map(),
): readonly QuestionVerdict[] {
  const explained: ExplainedParts = new Map(shown);
  return plan.questions.map((planned) => judgeQuestion(planned, answers, explained));
}

function judgeQuestion(
  planned: PlannedQuestion,
  answers: Answers,
  explained: ExplainedParts,
): QuestionVerdict {
  const explanation = answers.getExplanation(planned.question.id);
  if (planned.kind === "faulty") return notGraded(planned.question, planned.fault, explanation);
  try {
    const parts = planned.parts.map((part) => judgePart(planned.question, part, answers, explained));
    return gradeQuestion(planned.question, parts, explanation);
  } catch (error) {
    return notGraded(planned.question, error, explanation);
  }
}

function judgePart(
  question: Question,
  planned: PlannedPart,
  answers: Answers,
  explained: ExplainedParts,
): PartVerdict {
  const verdict =
    planned.kind === "call"
      ? judgeCallPart(planned.part, planned.cases, answers, explained)
      : judgeTextPart(planned.part, answers.getExplanation(question.id));
  if (verdict.finding.kind === "explained") {
    explained.set(`${question.id}/${verdict.id}`, verdict.finding.reading.id);
  }
  return verdict;
}

function judgeTextPart(part: TextPart, text: string): PartVerdict {
  const reading = part.readings.find((one) => one.accepts(text));
  const base = { id: part.id, maxPoints: part.points, evidence: [] };
  if (reading === undefined) return { ...base, points: "0", finding: { kind: "unanswered" } };
  const kind = reading.credit === "1" ? "reference" : "misconception";
  return {
    ...base,
    points: shareOfPoints(part.points, reading.credit),
    finding: { kind: "explained", reading: { id: reading.id, kind, credit: reading.credit } },
  };
}

/**
 * Adds up the parts. A question that lost points and comes with a real explanation goes to a person, its
 * automatic points kept: the assignment promises that a good explanation of a wrong result still counts. So does one
 * that mixes two conventions from input to input inside one part, which is accepted and seldom meant.
 */
function gradeQuestion(
  question: Question,
  parts: readonly PartVerdict[],
  explanation: string,
): QuestionVerdict {
  const points = addPoints(parts.map((part) => part.points));
  const lostPoints = comparePoints(points, question.points) < 0;
  const isMixed = parts.some((part) => part.finding.kind === "mixed");
  return {
    id: question.id,
    status: isMixed || (lostPoints && isRealExplanation(explanation)) ? "pending_manual" : "graded",
    points,
    maxPoints: question.points,
    isBonus: question.isBonus === true,
    parts,
    explanation,
  };
}

function notGraded(question: Question, error: unknown, explanation: string): QuestionVerdict {
  const fault =
    error instanceof GraderFault
      ? error.message
      : `question "${question.id}" failed while judging: ${describeError(error)}`;
  return {
    id: question.id,
    status: "not_graded",
    maxPoints: question.points,
    isBonus: question.isBonus === true,
    fault,
    explanation,
  };
}
