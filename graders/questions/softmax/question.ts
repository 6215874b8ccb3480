/** Task 5: FLOP of a softmax over the rows of a matrix. */

import { assignmentCosts } from "../../../reference/operations";
import { readMatrixShape } from "../../../reference/tensor";
import { type Count, isSameCount, readCount } from "../../contract/answers";
import type { Effects } from "../../contract/choice";
import type { Earlier } from "../../contract/earlier";
import type { Question } from "../../contract/question";
import type { Tensor } from "../../contract/value";
import { collectWords, effectOf, makeChoicePart } from "../kit/choice-part";
import { divisionCost, exponentials, maximum, quotients, rows, rule, sum } from "./choices";
import { showsDivisionOfOne } from "./division-cost";
import { listCases } from "./inputs";
import { publicChecks } from "./public-checks";
import { type RowCost, sharing, takeRow } from "./sharing";

const choices = { exponentials, sum, quotients, divisionCost, maximum, sharing, rows, rule };

const [additionsForgotten, divisionsForgotten] = [
  effectOf(sum, "additions-forgotten"),
  effectOf(quotients, "divisions-forgotten"),
];
const [nDivisions, reciprocal] = [quotients[0].effect, effectOf(quotients, "reciprocal")];
const uncountedMaximum = effectOf(maximum, "maximum");

type SoftmaxEffects = Effects<typeof choices>;

function answer({ shape }: Tensor, effects: SoftmaxEffects, earlier: Earlier): bigint | undefined {
  const { rows: b, columns: n } = readMatrixShape(shape);
  if (effects.rule !== undefined) return isDefinition(effects) ? effects.rule * b * n : undefined;
  const cost = effects.divisionCost(earlier);
  if (cost === undefined || !isLibraryRule(effects)) return undefined;
  if (cost === 1n && isToldSimpler(effects)) return undefined;
  if (cost === 1n && isLikeSumLeftOut(effects) && !showsDivisionOfOne(earlier)) return undefined;
  const costOf = (length: bigint): bigint => takeRow(costRow(length, cost, effects), effects.sharing);
  // Where a row costs nothing of its own, all ways to cut the matrix into rows cost the same.
  const isUncut = effects.rows !== rows[0].effect && costOf(2n) === 2n * costOf(1n);
  if (isUncut && effects.rows !== effectOf(rows, "batch-forgotten")) return undefined;
  const [count, length] = effects.rows(b, n);
  return isTold(effects) ? count * costOf(length) : undefined;
}

function costRow(n: bigint, divisionFlops: bigint, effects: SoftmaxEffects): RowCost {
  const { divisions, multiplications } = effects.quotients;
  return {
    n,
    exponential: effects.exponentials,
    exponentials: effects.exponentials * n,
    subtractions: effects.maximum.subtractions(n),
    comparisons: effects.maximum.comparisons(n),
    sum: effects.sum(n),
    quotients: divisions(n) * divisionFlops + multiplications(n),
  };
}

/** A rule of its own has no steps that could be done otherwise. */
function isDefinition({ rule: _, ...steps }: SoftmaxEffects): boolean {
  return Object.entries(steps).every(
    ([choice, effect]) => choices[choice as keyof typeof steps][0].effect === effect,
  );
}

/** Who computes the sum anew for every output divides there or not at all; no division has no cost. */
function isTold(effects: SoftmaxEffects) {
  const hasDivision = effects.quotients !== divisionsForgotten;
  if (!hasDivision && effects.divisionCost !== divisionCost[0].effect) return false;
  return canRecompute(effects);
}

/** Done again is what there is: a maximum that is subtracted, comparisons that are counted. */
function canRecompute({ sharing: { sum: isSum, maximum: shift }, ...effects }: SoftmaxEffects): boolean {
  const isShifted = effects.maximum !== maximum[0].effect;
  const isCounted = isShifted && effects.maximum !== uncountedMaximum;
  if (shift !== "once" && !(shift === "found-again" ? isCounted : isShifted)) return false;
  // No additions are as few however often they are done.
  if (isSum === "added-again") return effects.sum !== additionsForgotten;
  return isSum === "shared" || [nDivisions, divisionsForgotten].includes(effects.quotients);
}

/** With divisions of 1, a reciprocal with n - 1 additions takes as much as n divisions with n. */
function isToldSimpler({ sum: additions, quotients: form, sharing: shared }: SoftmaxEffects): boolean {
  return additions === sum[0].effect && form === reciprocal && shared === sharing[0].effect;
}

/** Some rows with divisions of 1 take as much as those with divisions of 4 and no sum: 44 for each entry. */
function isLikeSumLeftOut(effects: SoftmaxEffects): boolean {
  const lengths = [1n, 2n];
  const leftOut = {
    ...effects,
    sum: additionsForgotten,
    quotients: quotients[0].effect,
    maximum: maximum[0].effect,
  };
  const take = (n: bigint, cost: bigint, of: SoftmaxEffects) =>
    takeRow(costRow(n, cost, of), sharing[0].effect);
  return lengths.every((n) => take(n, 1n, effects) === take(n, assignmentCosts.division, leftOut));
}

/** Libraries that count an exponential as one operation count all steps, once; without one, it is two per entry. */
function isLibraryRule({
  exponentials: exp,
  sum: additions,
  quotients: form,
  sharing: shared,
}: SoftmaxEffects) {
  const isWhole = additions !== additionsForgotten && [nDivisions, reciprocal].includes(form);
  return exp !== effectOf(exponentials, "exponential-as-one") || (isWhole && shared === sharing[0].effect);
}

const part = makeChoicePart({
  id: "softmax",
  points: "2",
  export: "softmaxFlops",
  cases: listCases,
  args: (x: Tensor) => [x],
  read: readCount,
  isSame: (expected: Count, came: Count) => isSameCount(expected, came),
  reference: { id: "definition", says: "Right: n exponentials per row, n - 1 additions and n divisions." },
  choices,
  answer,
  collisions: [
    ...["maximum", "maximum-counted", "maximum-counted-from-zero"].flatMap((shift) =>
      [
        { sum: "additions-forgotten" },
        { quotients: "divisions-forgotten" },
        { quotients: "one-division-per-row" },
      ].map((slip) => ({
        answered: { ...slip, maximum: shift },
        because: "the maximum costs as much as what was left out",
      })),
    ),
    ...[{ sum: "additions-forgotten" }, { quotients: "one-division-per-row" }].map((slip) => ({
      answered: { ...slip, divisionCost: "division-of-one-unremarked" },
      because: "left-out divisions of 4 cost as much as these two together",
    })),
  ],
  exceptions: [
    {
      when: { exponentials: "exponential-as-one", rows: "batch-forgotten" },
      credit: "0.25",
      because: "one library's rule: 3 n - 1, whatever the batch",
    },
    {
      when: { exponentials: "exponential-as-one", divisionCost: "division-of-one-unremarked" },
      credit: "0.25",
      because: "libraries count every operation as one",
    },
  ],
});

export const question: Question = {
  id: "softmax",
  points: "2",
  parts: [part],
  looksAt: ["batch-norm"],
  feedback: {
    title: "Softmax",
    asked: "Count the FLOP of a softmax over every row of a matrix.",
    expected: "a count of operations",
    unexplained:
      "The count does not follow from the definition. Write down the three steps (exponentials, sum, quotient) and cost each. Then see which of them happen once per entry and which once per row.",
    readings: collectWords([part]),
  },
  publicChecks,
};
