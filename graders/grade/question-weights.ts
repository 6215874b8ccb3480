/** Which questions a settings file says count otherwise. Pure. */
import type { Assignment } from "../contract/assignment";
import { UsageError } from "../contract/faults";
import { findNearName } from "../contract/near-name";
import type { QuestionWeight } from "../contract/question-weight";
import type { Config } from "./config-file";

/**
 * Undefined where nothing is said, so that what was said before stands; an empty list takes it back.
 *
 * @throws UsageError naming the question that is not there, is named twice, or is to be void and weighed
 */
export function listWeights(
  { questions }: Pick<Config, "questions">,
  assignment: Assignment,
): readonly QuestionWeight[] | undefined {
  const ids = assignment.questions.map(({ id }) => id);
  const seen = new Set<string>();
  return questions?.map(({ id, weight, void: isVoid, why }) => {
    const place = `questions in the settings: ${JSON.stringify(id)}`;
    if (!ids.includes(id)) throw new UsageError(`${place} is no question; ${adviseOn(id, ids)}`);
    if (seen.has(id)) throw new UsageError(`${place} stands there twice; say it once`);
    if ((weight === undefined) === (isVoid === undefined))
      throw new UsageError(`${place}: expected either "void": true or a "weight"`);
    seen.add(id);
    return { question: id, factor: weight === undefined ? "0" : String(weight), why };
  });
}

function adviseOn(id: string, ids: readonly string[]): string {
  const near = findNearName(id, ids);
  return near === null ? `expected one of ${ids.join(", ")}` : `did you mean "${near}"?`;
}
