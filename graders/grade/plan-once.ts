/** The plan of a class, made once: by whoever asks first, for as long as anybody holds it. */
import type { Question } from "../contract/question";
import { type Plan, planQuestions } from "../judge/plan";

let last: { readonly questions: readonly Question[]; readonly plan: WeakRef<Plan> } | undefined;

/** Equal requests get one plan, and with it what is known of its cases. It is gone when its last holder is. */
export function planOnce(questions: readonly Question[], seed: string): Plan {
  const known = last?.questions === questions ? last.plan.deref() : undefined;
  if (known?.seed === seed) return known;
  const plan = planQuestions(questions, seed);
  last = { questions, plan: new WeakRef(plan) };
  return plan;
}
