/**
 * Do samples earn the points of their folder? They also speak for rules, which have no answers of their own: a rule
 * is told apart from everything worth another mark when its sample earns that rule's share under every seed.
 */
import type { Question } from "../contract/question";
import type { QuestionVerdict } from "../contract/verdict";
import { judgeSubmission } from "../judge/judge";
import { type Plan, planQuestions } from "../judge/plan";
import { answerPlan, type Memory } from "./answer-in-process";
import { checkObservations } from "./hidden-values";
import { listRecognised } from "./marks";
import { getMaterial, type Material, type Sample, type Solution } from "./material";
import { nameReading, type Problem } from "./problem";

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
  memory?: Memory,
): readonly JudgedSample[] {
  const all = plan.questions.map((one) => one.question);
  return samples.flatMap((sample) => {
    const answered = new Set(listAnswered(all, question, sample).map(({ id }) => id));
    const questions = plan.questions.filter((one) => answered.has(one.question.id));
    const verdict = judgeSubmission({ ...plan, questions }, answerPlan(plan, sample, memory)).at(-1);
    return verdict === undefined ? [] : [{ sample, verdict }];
  });
}

/** The question, last, and those before it that the sample answers, too: what it may have to carry forward. */
export function listAnswered(
  questions: readonly Question[],
  question: Question,
  { implementation }: Solution,
): readonly Question[] {
  const before = questions.slice(
    0,
    questions.findIndex(({ id }) => id === question.id),
  );
  const isAnswered = ({ parts }: Question): boolean =>
    parts.some((part) => part.kind === "call" && part.export in implementation);
  return [...before.filter(isAnswered), question];
}

/** What the samples show under one seed. */
export interface ObservedSamples {
  /** Names of the readings that explain a sample. */
  readonly shown: ReadonlySet<string>;
  /** Names of the samples that a rule explains. */
  readonly forRules: ReadonlySet<string>;
  /** Observations on samples that hold a hidden number. */
  readonly problems: readonly Problem[];
}

export function observeSamples(
  questions: readonly Question[],
  material: Material,
  seed: string,
): ObservedSamples {
  const plan = planQuestions(questions, seed);
  const judged = questions.map((question) => {
    return { question, samples: judgeSamples(plan, question, getMaterial(material, question).samples) };
  });
  return {
    shown: new Set(
      judged.flatMap(({ samples }) => samples.flatMap(({ verdict }) => listRecognised(verdict))),
    ),
    forRules: new Set(
      judged.flatMap(({ question, samples }) => {
        const rules = new Set(listRules(question));
        const isForRule = ({ verdict }: JudgedSample) =>
          listRecognised(verdict).some((name) => rules.has(name));
        return samples.filter(isForRule).map(({ sample }) => sample.name);
      }),
    ),
    problems: judged.flatMap(({ question, samples }) =>
      checkObservations(
        question,
        samples.map(({ verdict }) => verdict),
        seed,
      ),
    ),
  };
}

function listRules({ id, parts }: Question): readonly string[] {
  return parts.flatMap((part) =>
    part.kind === "text"
      ? []
      : part.readings.flatMap((one) => (one.by === "rule" ? [nameReading(id, part.id, one.id)] : [])),
  );
}
