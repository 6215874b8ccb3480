/** For tests: earlier questions by id, for errors carried forward from them. */
import type { Question } from "../contract/question";
import { assignment } from "../questions/efficient-deep-learning";

/**
 * Those of the named questions that the catalogue lists. A question's tests have to hold when another one is deleted,
 * which `scripts/questions-come-and-go.test.ts` does; so they find the others here, and import none.
 */
export function findQuestions(...ids: readonly string[]): readonly Question[] {
  return assignment.questions.filter((question) => ids.includes(question.id));
}
