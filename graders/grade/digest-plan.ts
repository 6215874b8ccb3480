/** What makes two runs comparable: the same questions, asked the same things within the same limits. */
import { createHash } from "node:crypto";
import { compareText } from "../contract/compare-text";
import { listOwnCalls, type Plan, type PlannedQuestion } from "../judge/plan";

/** Digest of what a run asks and within which limits: questions with their points, and every hidden call in order. */
export function digestPlan(plan: Plan, limits: Readonly<Record<string, number>> = {}): string {
  const sortedLimits = Object.entries(limits).sort(([a], [b]) => compareText(a, b));
  const hash = createHash("sha256").update(JSON.stringify(["plan", plan.seed, sortedLimits]));
  for (const { question, kind } of plan.questions) {
    hash.update(JSON.stringify([question.id, question.points, kind]));
  }
  for (const call of plan.calls) hash.update(JSON.stringify(call.key));
  return `sha256:${hash.digest("hex")}`;
}

/** The same of each question alone: its points, and what is asked for its sake. */
export function digestQuestion(planned: PlannedQuestion): string {
  const { question, kind } = planned;
  const hash = createHash("sha256").update(
    JSON.stringify([question.id, question.points, question.isBonus, kind]),
  );
  if (planned.kind === "planned") {
    for (const { key } of listOwnCalls(planned)) hash.update(JSON.stringify(key));
  }
  return `sha256:${hash.digest("hex")}`;
}
