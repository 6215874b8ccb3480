/** For tests: earlier questions by id, for errors carried forward from them. */
import type { Question } from "../contract/question";
import { assignment } from "../questions/efficient-deep-learning";

/** Those of the named questions that the catalogue lists: any of them may have been deleted. */
export function findQuestions(...ids: readonly string[]): readonly Question[] {
  return assignment.questions.filter((question) => ids.includes(question.id));
}
