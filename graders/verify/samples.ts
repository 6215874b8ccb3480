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
  return samples.flatMap((sample) => {
    const verdict = judgeSubmission(selectQuestions(plan, question, sample), answerPlan(plan, sample)).at(-1);
    return verdict === undefined ? [] : [{ sample, verdict }];
  });
}

/** The question and those before it that the sample answers, too: what it may have to carry forward. */
function selectQuestions(plan: Plan, question: Question, { implementation }: Work): Plan {
  const until = plan.questions.findIndex((one) => one.question.id === question.id) + 1;
  const isAnswered = ({ parts }: Question): boolean =>
    parts.some((part) => part.kind === "call" && part.export in implementation);
  const questions = plan.questions
    .slice(0, until)
    .filter((one, index) => index === until - 1 || isAnswered(one.question));
  return { ...plan, questions };
}
