/** Under which conditions a batch is graded, all but the sandbox, which every machine finds out for itself. */
import { createHash } from "node:crypto";
import type { Limits } from "../contract/limits";
import type { BatchFacts } from "../contract/record";
import type { RubricParts } from "../contract/rubric-parts";
import type { Plan } from "../judge/plan";
import { addAccepted, digestRubrics } from "../records/rubric";
import { digestSeed } from "../records/seed-digest";
import { digestPlan, digestQuestion } from "./digest-plan";
import type { GradeContext, GradeRequest } from "./grade-request";

export type Conditions = Omit<BatchFacts, "sandbox">;

export interface GatheredFacts {
  readonly facts: Conditions;
  /** Of what rubric and plan are made. */
  readonly parts: RubricParts;
}

export async function gatherFacts(
  { assignment }: Pick<GradeRequest, "assignment">,
  { root, producer, tools }: Pick<GradeContext, "root" | "producer" | "tools">,
  { plan, limits }: { readonly plan: Plan; readonly limits: Limits },
): Promise<GatheredFacts> {
  const rubrics = await digestRubrics(root);
  const { accepted } = assignment;
  const facts = {
    assignment,
    seedDigest: digestSeed(plan.seed),
    rubricDigest: addAccepted(rubrics.rubricDigest, accepted),
    planDigest: digestPlan(plan, limits),
    producer,
    tools,
  };
  const questions = plan.questions.map((planned) => {
    const { id } = planned.question;
    const own = accepted?.filter(({ question }) => question === id);
    return [id, join(addAccepted(rubrics.folders.get(id) ?? "", own), digestQuestion(planned))];
  });
  const shared = join(rubrics.shared, digestPlan({ ...plan, questions: [], calls: [] }, limits));
  return { facts, parts: { shared, questions: Object.fromEntries(questions) } };
}

function join(...digests: readonly string[]): string {
  return `sha256:${createHash("sha256").update(digests.join()).digest("hex")}`;
}
