/** What a class's points say about each question: how many got how far, and whether it goes along with the rest. Pure. */

import type { Assignment } from "../contract/assignment";
import { meanPoints, ratioOfPoints } from "../contract/points";
import type { Question } from "../contract/question";
import type { RecordedQuestion, SubmissionRecord } from "../contract/record";
import { hasPoints } from "../contract/recorded-question";
import { isCarried } from "./carry-chain";
import { type Correlation, correlate, fewestPairs, findQuartiles } from "./correlation";
import { getState } from "./question-view";

/** How far an answer got: "none" was answered and earned nothing. */
export const levels = ["full", "high", "low", "none", "empty"] as const;
export type Level = (typeof levels)[number];

export type Judgement =
  | "void"
  | "unanswered"
  | "few"
  | "failed"
  | "solved"
  | "same"
  | "against"
  | "apart"
  | "unclear"
  | "along";

export interface QuestionStatistics {
  readonly id: string;
  /** Submissions with points for it, answered or not. */
  readonly counted: number;
  readonly answered: number;
  readonly levels: Readonly<Record<Level, number>>;
  /** Points, exact to four decimals; null where nothing was counted. */
  readonly mean: string | null;
  /** Mean share of the points, 0 to 1; null where nothing was counted or it is worth nothing. */
  readonly success: number | null;
  /** Points: first quartile, median, third quartile. */
  readonly quartiles: readonly [number, number, number] | null;
  /** Of its points with those of all other questions, over answers that were not carried. */
  readonly correlation: Correlation | null;
  readonly judgement: Judgement;
}

type PointedQuestion = Extract<RecordedQuestion, { readonly points: string }>;

interface Answer {
  readonly points: string;
  /** Points of all other questions together. */
  readonly rest: number;
  readonly level: Level;
  readonly isCarried: boolean;
}

/** @param scored records with a score that were run */
export function measureQuestions(
  scored: readonly SubmissionRecord[],
  { questions }: Assignment,
): readonly QuestionStatistics[] {
  const byQuestion = listAnswers(scored);
  return questions.map((question) => measureQuestion(question, byQuestion.get(question.id) ?? []));
}

function measureQuestion({ id, points }: Question, answers: readonly Answer[]): QuestionStatistics {
  const maxPoints = Number(points);
  const earned = answers.map((one) => Number(one.points));
  const mean = meanPoints(answers.map((one) => one.points));
  const found = answers.filter((one) => !one.isCarried).map((one) => [Number(one.points), one.rest] as const);
  const counts = levels.map((level) => [level, answers.filter((one) => one.level === level).length]);
  const measured = {
    id,
    counted: answers.length,
    answered: answers.filter(({ level }) => level !== "empty").length,
    levels: Object.fromEntries(counts) as Record<Level, number>,
    mean,
    success: mean === null || maxPoints === 0 ? null : ratioOfPoints(mean, points),
    quartiles: findQuartiles(earned),
    correlation: correlate(found),
  };
  const isComparable = found.length >= fewestPairs;
  return { ...measured, judgement: maxPoints === 0 ? "void" : judge(measured, isComparable) };
}

/** By question id. Each record is read once: of a large class they are packed. */
function listAnswers(scored: readonly SubmissionRecord[]): ReadonlyMap<string, readonly Answer[]> {
  const byQuestion = new Map<string, Answer[]>();
  for (const { questions } of scored) {
    const pointed = questions.filter(hasPoints);
    for (const own of pointed) {
      const answers = byQuestion.get(own.id) ?? [];
      byQuestion.set(own.id, answers);
      const others = pointed.filter((one) => one.id !== own.id);
      answers.push({
        points: own.points,
        rest: sum(others.map((one) => Number(one.points))),
        level: findLevel(own),
        isCarried: isCarried(own),
      });
    }
  }
  return byQuestion;
}

export function findLevel(recorded: PointedQuestion): Level {
  if (["unanswered", "ungradable", "void"].includes(getState(recorded))) return "empty";
  const share = ratioOfPoints(recorded.points, recorded.maxPoints);
  if (share >= 1) return "full";
  if (share >= 0.5) return "high";
  return share > 0 ? "low" : "none";
}

/** Fewer answers than this say nothing, whatever became of them. */
const fewestAnswers = 5;
/** Below this a question and the rest have hardly anything in common. */
const weakCorrelation = 0.2;

function judge(measured: Omit<QuestionStatistics, "judgement">, isComparable: boolean): Judgement {
  const { counted, answered, correlation, levels: of } = measured;
  if (counted < fewestAnswers) return "few";
  if (answered === 0) return "unanswered";
  if (of.full === counted) return "solved";
  if (answered < fewestAnswers) return "few";
  if (of.full + of.high === 0) return "failed";
  if (correlation === null) return isComparable ? "same" : "few";
  if (correlation.high < 0) return "against";
  if (correlation.high < weakCorrelation) return "apart";
  return correlation.low <= 0 ? "unclear" : "along";
}

function sum(values: readonly number[]): number {
  return values.reduce((total, one) => total + one, 0);
}
