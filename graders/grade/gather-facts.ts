/** Under which conditions a batch is graded, all but the sandbox, which every machine finds out for itself. */
import type { Limits } from "../contract/limits";
import type { BatchFacts } from "../contract/record";
import type { Plan } from "../judge/plan";
import { addAccepted, digestRubric } from "../records/rubric";
import { digestSeed } from "../records/seed-digest";
import { digestPlan } from "./digest-plan";
import type { GradeContext, GradeRequest } from "./grade-request";

export type Conditions = Omit<BatchFacts, "sandbox">;

export async function gatherFacts(
  { assignment }: Pick<GradeRequest, "assignment">,
  { root, producer, tools }: Pick<GradeContext, "root" | "producer" | "tools">,
  { plan, limits }: { readonly plan: Plan; readonly limits: Limits },
): Promise<Conditions> {
  return {
    assignment,
    seedDigest: digestSeed(plan.seed),
    rubricDigest: addAccepted(await digestRubric(root), assignment.accepted),
    planDigest: digestPlan(plan, limits),
    producer,
    tools,
  };
}
