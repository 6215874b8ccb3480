/** What judging is given: a submission's outcomes and explanations. */
import type { Outcome } from "../contract/outcome";

/** What a submission gave: an outcome per planned call (by key), and the explanations it carries. */
export interface Answers {
  getOutcome(key: string): Outcome;
  /** The student's written explanation of a question; "" when there is none. */
  getExplanation(question: string): string;
  /** The same without what was copied from the question's own text. Left out: nothing was. */
  getOwnWords?(question: string): string;
  /** The same with the question's own words where these stand in another order: for a person to read. */
  getWritten?(question: string): string;
}

/** What counts as a reason. */
export function getOwnWords(answers: Answers, question: string): string {
  return (answers.getOwnWords ?? answers.getExplanation)(question);
}
