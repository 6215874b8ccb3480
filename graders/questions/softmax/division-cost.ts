/** Whether a division of 1 in softmax agrees with the student's own batch norm, where the task states its cost of 4. */
import type { Earlier } from "../../contract/earlier";
import { saysDivision } from "../kit/remarks";

/** How the division in softmax stands to the one in batch norm. */
export type DivisionStanding =
  /** One operation there, too: the slip was paid for. */
  | "consistent"
  /** Another cost than there, explained; or nothing is known of the one there. */
  | "own-choice"
  /** 4 there and 1 here, without a word. */
  | "unremarked";

/** Readings of batch norm, by id: those that show a division of 1, and those that show no cost of it at all. */
export const readingsOfBatchNorm: Readonly<Record<"divisionOfOne" | "noDivision", readonly string[]>> = {
  divisionOfOne: ["division-counted-once", "division-counted-once-or-evaluation", "folded-without-division"],
  noDivision: [
    "no-division-anywhere",
    "library-rule",
    "library-rule-of-four",
    "library-rule-of-two",
    "library-rule-without-pixels",
    "evaluation-mode-folded",
    "nothing-counted",
  ],
};

/** Somewhere it can be seen: in the batch norm, or in words. */
export function showsDivisionOfOne(earlier: Earlier): boolean {
  return judgeDivisionOfOne(earlier) === "consistent" || saysDivision(earlier.explanation("softmax"));
}

export function judgeDivisionOfOne(earlier: Earlier): DivisionStanding {
  const found = earlier.reading("batch-norm");
  const isOneOf = (ids: readonly string[]): boolean => ids.some((id) => found?.has(id));
  if (found === undefined || isOneOf(readingsOfBatchNorm.noDivision)) return "own-choice";
  if (isOneOf(readingsOfBatchNorm.divisionOfOne)) return "consistent";
  return saysDivision(earlier.explanation("softmax")) ? "own-choice" : "unremarked";
}
