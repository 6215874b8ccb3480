/** Task 5: FLOP of a softmax over the rows of a matrix. */
import { type Count, isSameCount, readCount } from "../../contract/answers";
import type { Effects } from "../../contract/choice";
import type { Earlier } from "../../contract/earlier";
import type { CallPart, Question } from "../../contract/question";
import type { Tensor } from "../../contract/value";
import { collectWords, makeChoicePart } from "../kit/choice-part";
import {
  divisionCost,
  exponentials,
  maximum,
  quotients,
  type RowCost,
  rows,
  rule,
  sharing,
  sum,
} from "./choices";
import { listCases } from "./inputs";
import { publicChecks } from "./public-checks";

const choices = { exponentials, sum, quotients, divisionCost, maximum, sharing, rows, rule };

type SoftmaxEffects = Effects<typeof choices>;

function answer({ shape }: Tensor, effects: SoftmaxEffects, earlier: Earlier): bigint | undefined {
  const [b = 0n, n = 0n] = shape.map(BigInt);
  if (effects.rule !== undefined) return isDefinition(effects) ? effects.rule * b * n : undefined;
  const cost = effects.divisionCost(earlier);
  if (cost === undefined || (cost === 1n && isAmbiguous(effects)) || !isLibraryRule(effects))
    return undefined;
  const takeRow = (length: bigint): bigint => effects.sharing(costRow(length, cost, effects));
  // Where a row costs nothing of its own, all ways to cut the matrix into rows cost the same.
  const isUncut = effects.rows !== rows[0].effect && takeRow(2n) === 2n * takeRow(1n);
  if (isUncut && effects.rows !== rows[3]?.effect) return undefined;
  const [count, length] = effects.rows(b, n);
  return isTold(effects) ? count * takeRow(length) : undefined;
}

function costRow(n: bigint, divisionFlops: bigint, effects: SoftmaxEffects): RowCost {
  const { divisions, multiplications } = effects.quotients;
  return {
    n,
    exponential: effects.exponentials,
    exponentialsOfRow: effects.exponentials * n,
    maximum: effects.maximum(n),
    sum: effects.sum(n),
    quotients: divisions(n) * divisionFlops + multiplications(n),
    division: divisionFlops,
  };
}

/** A rule of its own has no steps that could be done otherwise. */
function isDefinition({ rule: _, ...steps }: SoftmaxEffects): boolean {
  return Object.entries(steps).every(
    ([choice, effect]) => choices[choice as keyof typeof steps][0].effect === effect,
  );
}

/** What is computed anew for every output has one division there, and no maximum; no division has no cost. */
function isTold({ sharing: shared, quotients: form, maximum: shift, divisionCost: cost }: SoftmaxEffects) {
  const isShared = shared === sharing[0].effect;
  const isPlain = form === quotients[0].effect && shift === maximum[0].effect;
  const hasDivision = form !== quotients[2]?.effect;
  return (isShared || isPlain) && (hasDivision || cost === divisionCost[0].effect);
}

/**
 * With a division of 1, n comparisons and n additions cost as much as no additions at all with a division of 4, and a
 * reciprocal with n - 1 additions as much as n divisions with n.
 */
function isAmbiguous({ maximum: shift, sum: additions, quotients: form }: SoftmaxEffects): boolean {
  const isFromZero = additions === sum[1]?.effect;
  const [, , counted, countedFromZero] = maximum;
  if (shift === countedFromZero?.effect) return true;
  return shift === counted?.effect ? isFromZero : form === quotients[1]?.effect && !isFromZero;
}

/** Libraries that count an exponential as one operation count all steps, once; without one, it is two per entry. */
function isLibraryRule({
  exponentials: exp,
  sum: additions,
  quotients: form,
  sharing: shared,
}: SoftmaxEffects) {
  const isWhole = additions !== sum[2]?.effect && [0, 1].some((at) => form === quotients[at]?.effect);
  return exp !== exponentials[2]?.effect || (isWhole && shared === sharing[0].effect);
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
  parts: [part as CallPart],
  feedback: {
    title: "Softmax",
    expected: "a count of operations",
    unexplained:
      "The count does not follow from the definition. Write down the three steps (exponentials, sum, quotient) and cost each. Then see which of them happen once per entry and which once per row.",
    readings: collectWords([part]),
  },
  publicChecks,
};
