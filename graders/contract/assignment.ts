/** An assignment: a title over an ordered list of questions. What it is worth is added up, never stated twice. */

import type { Acceptance } from "./accepted-option";
import { addPoints } from "./points";
import type { Question } from "./question";

export interface Assignment {
  /** Kebab-case noun, the same in every record and score document. */
  readonly id: string;
  readonly title: string;
  /** In the order that students read them. */
  readonly questions: readonly Question[];
  /** Number in the course's own assignment ("2a") by question id; several questions may share one. */
  readonly tasks?: Readonly<Record<string, string>>;
  /** What a person accepted besides for the class in hand, in the readings of its parts already; absent where that is not known. */
  readonly accepted?: readonly Acceptance[];
}

/** What full marks are, without the bonus. */
export function countMaxPoints(assignment: Assignment): string {
  return addPoints(assignment.questions.filter((one) => one.isBonus !== true).map((one) => one.points));
}

/** What the bonus questions are worth together. */
export function countBonusPoints(assignment: Assignment): string {
  return addPoints(assignment.questions.filter((one) => one.isBonus === true).map((one) => one.points));
}
