/** Judges one question on its own, beside what is known of the earlier ones. */
import type { Outcome } from "../../contract/outcome";
import { addPoints } from "../../contract/points";
import type { Question } from "../../contract/question";
import type { PartVerdict } from "../../contract/verdict";
import type { EarlierWork } from "../../judge/earlier-work";
import type { Answers } from "../../judge/given";
import { judgeSubmission, listFindings, listWork } from "../../judge/judge";
import { judgeCallPart } from "../../judge/judge-part";
import { type Plan, type PlannedCase, type PlannedPart, planQuestions } from "../../judge/plan";

/** One question of a plan, and what a right submission's other parts showed. */
export interface PreparedQuestion {
  readonly question: Question;
  readonly parts: readonly PlannedPart[];
  readonly calls: Plan["calls"];
  /** The verdicts of right work: texts are taken from them, and so are the readings of earlier questions. */
  readonly right: readonly PartVerdict[];
  readonly work: EarlierWork;
  /** What right work answers to every call, by key. */
  readonly outcomes: ReadonlyMap<string, Outcome>;
}

/**
 * What judging takes, for all questions.
 *
 * @param makeAnswers answers of right work to a plan
 */
export function prepareQuestions(
  questions: readonly Question[],
  seed: string,
  makeAnswers: (plan: Plan) => Answers,
): readonly PreparedQuestion[] {
  const whole = planQuestions(questions, seed);
  const answers = makeAnswers(whole);
  const verdicts = judgeSubmission(whole, answers);
  const work = listWork(whole, listFindings(verdicts));
  return whole.questions.flatMap((planned, index) => {
    const verdict = verdicts[index];
    if (planned.kind === "faulty" || verdict === undefined || verdict.status === "not_graded") return [];
    const { question, parts } = planned;
    const own = new Set(planQuestions([question], seed).calls.map(({ key }) => key));
    const calls = whole.calls.filter(({ key }) => own.has(key));
    const outcomes = new Map(calls.map(({ key }) => [key, answers.getOutcome(key)]));
    return [{ question, parts, calls, right: verdict.parts, work, outcomes }];
  });
}

export function listCases({ parts }: PreparedQuestion): readonly PlannedCase[] {
  return parts.flatMap((part) => (part.kind === "call" ? part.cases : []));
}

/** The verdict on every part, texts as right work has them, and the points of the question. */
export function judgeAlone(
  { parts, right, work }: PreparedQuestion,
  answers: Answers,
): { readonly points: string; readonly parts: readonly PartVerdict[] } {
  const verdicts = parts.flatMap((part, index): readonly PartVerdict[] => {
    const known = right[index];
    if (part.kind === "text") return known === undefined ? [] : [known];
    return [judgeCallPart(part.part, part.cases, answers, work).verdict];
  });
  return { points: addPoints(verdicts.map((one) => one.points)), parts: verdicts };
}
