/**
 * Do samples earn the points of their folder? They also speak for rules, which have no answers of their own: a rule
 * is told apart from everything worth another mark when its sample earns that rule's share under every seed.
 */
import type { Question } from "../contract";
import { judgeSubmission } from "../engine/judge";
import type { Plan } from "../engine/plan";
import type { QuestionVerdict } from "../verdict";
import { answerPlan } from "./answer-in-process";
import type { Sample, Work } from "./material";

/** A sample's verdict on its own question. */
export interface JudgedSample {
  readonly sample: Sample;
  readonly verdict: QuestionVerdict;
}

/** Judges a question's samples on a plan of all questions. */
export function judgeSamples(
  plan: Plan,
  question: Question,
  samples: readonly Sample[],
): readonly JudgedSample[] {
  const all = plan.questions.map((one) => one.question);
  return samples.flatMap((sample) => {
    const answered = new Set(listAnswered(all, question, sample).map(({ id }) => id));
    const questions = plan.questions.filter((one) => answered.has(one.question.id));
    const verdict = judgeSubmission({ ...plan, questions }, answerPlan(plan, sample)).at(-1);
    return verdict === undefined ? [] : [{ sample, verdict }];
  });
}

/** The question, last, and those before it that the sample answers, too: what it may have to carry forward. */
export function listAnswered(
  questions: readonly Question[],
  question: Question,
  { implementation }: Work,
): readonly Question[] {
  const before = questions.slice(
    0,
    questions.findIndex(({ id }) => id === question.id),
  );
  const isAnswered = ({ parts }: Question): boolean =>
    parts.some((part) => part.kind === "call" && part.export in implementation);
  return [...before.filter(isAnswered), question];
}
