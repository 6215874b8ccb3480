/** For tests: judges plain functions in this process, without a sandbox, through the real plan and judge. */
import type { Outcome } from "../contract/outcome";
import type { Question } from "../contract/question";
import type { Value } from "../contract/value";
import type { PartVerdict, QuestionVerdict } from "../contract/verdict";
import type { Answers } from "../judge/given";
import { judgeSubmission } from "../judge/judge";
import { type Plan, planQuestions } from "../judge/plan";

export type Implementation = Readonly<Record<string, (...args: never[]) => unknown>>;

export interface JudgeOptions {
  readonly seed?: string;
  readonly explanations?: Readonly<Record<string, string>>;
}

/** Judges several questions in the order given, so that later ones can carry errors of earlier ones. */
export function judgeImplementation(
  questions: readonly Question[],
  implementation: Implementation,
  { seed = "test", explanations = {} }: JudgeOptions = {},
): readonly QuestionVerdict[] {
  const plan = getPlan(questions, seed);
  const outcomes = new Map(
    plan.calls.map((call) => [call.key, callFunction(implementation, call.export, call.args)]),
  );
  const answers: Answers = {
    getOutcome: (key) => outcomes.get(key) ?? { kind: "missing-export" },
    getExplanation: (question) => explanations[question] ?? "",
  };
  return judgeSubmission(plan, answers);
}

const plans: { readonly questions: readonly Question[]; readonly plan: Plan }[] = [];

/** One plan for all tests that ask the same: what is known of its cases is counted once. */
function getPlan(questions: readonly Question[], seed: string): Plan {
  const known = plans.find(
    (one) =>
      one.plan.seed === seed &&
      one.questions.length === questions.length &&
      questions.every((question, at) => question === one.questions[at]),
  );
  if (known !== undefined) return known.plan;
  const plan = planQuestions(questions, seed);
  plans.push({ questions, plan });
  return plan;
}

/** The verdict on the last of the questions; the ones before it are there to be carried forward. */
export function judgeLast(
  questions: readonly Question[],
  implementation: Implementation,
  options: JudgeOptions = {},
): Extract<QuestionVerdict, { status: "graded" | "pending_manual" }> {
  const verdict = judgeImplementation(questions, implementation, options).at(-1);
  if (verdict === undefined) throw new Error("expected at least one question");
  if (verdict.status === "not_graded") throw new Error(verdict.fault);
  return verdict;
}

/** One part of the last question's verdict: by id, or the only one. */
export function judgePartOf(
  questions: readonly Question[],
  implementation: Implementation,
  { part, ...options }: JudgeOptions & { readonly part?: string } = {},
): PartVerdict {
  const verdict = judgeLast(questions, implementation, options);
  const found = verdict.parts.find((one) => part === undefined || one.id === part);
  if (found === undefined) throw new Error(`expected a part "${part}" of "${verdict.id}"`);
  return found;
}

/** "reading:<id>" of an explained part, else the kind of its finding: short enough for a table of expectations. */
export function nameFinding(verdict: PartVerdict): string {
  const { finding } = verdict;
  if (finding.kind === "explained") return `reading:${finding.reading.id}`;
  if (finding.kind === "mixed") return `mixed:${finding.readings.map((one) => one.id).join("+")}`;
  return finding.kind;
}

function callFunction(implementation: Implementation, name: string, args: readonly unknown[]): Outcome {
  const called = implementation[name];
  if (called === undefined) return { kind: "missing-export" };
  try {
    // Like the real border, every call gets its own copy of the arguments.
    return { kind: "value", value: called(...(structuredClone(args) as never[])) as Value };
  } catch (error) {
    return { kind: "threw", message: error instanceof Error ? error.message : String(error) };
  }
}
