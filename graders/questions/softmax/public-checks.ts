/** What a student can check alone about softmax: properties that every right count has, whatever the convention. */
import { isClose } from "../../contract/answers";
import type { PublicCheck } from "../../contract/question";
import type { Call, Value } from "../../contract/value";
import { isBetween, readNumber } from "../kit/public/numbers";

function ask(b: number, n: number): Call {
  return { export: "softmaxFlops", args: [{ shape: [b, n], data: new Float32Array(b * n).fill(0.5) }] };
}

/** Its exponential, its addition and its division, at the least; a maximum and a dear division, at the most. */
const perValue = { least: 40 + 1 + 1, most: 40 + 1 + 4 + 2 } as const;
/** Of a row besides: one addition or comparison less, a division more. */
const perRow = { least: -2, most: 6 } as const;

/** What one more value costs, in a row of six to twelve. */
function findPerValue([short, middle]: readonly Value[]): number {
  return (readNumber(middle) - readNumber(short)) / 6;
}

export const publicChecks: readonly PublicCheck[] = [
  {
    id: "exponentials",
    says: "three values take at least their three exponentials of 40 each",
    calls: [ask(1, 3)],
    findMismatch: ([count]) => (readNumber(count) >= 120 ? null : "at least 120"),
  },
  {
    id: "linear-in-rows",
    says: "twice the rows take twice the operations",
    calls: [ask(3, 8), ask(6, 8)],
    findMismatch: ([few, many]) =>
      isClose(2 * readNumber(few), readNumber(many), 0)
        ? null
        : "twice as many operations for 6 rows as for 3",
  },
  {
    id: "straight-line-in-columns",
    says: "each further value of a row costs as much as the one before",
    calls: [ask(2, 6), ask(2, 12), ask(2, 18)],
    findMismatch: ([short, middle, long]) =>
      isClose(readNumber(middle) - readNumber(short), readNumber(long) - readNumber(middle), 0)
        ? null
        : "as much more from 12 to 18 columns as from 6 to 12",
  },
  {
    id: "each-value",
    says: "a further value of a row takes an exponential, an addition to the sum and a division, and little else",
    calls: [ask(1, 6), ask(1, 12)],
    findMismatch: (answers) =>
      isBetween(findPerValue(answers), perValue.least, perValue.most)
        ? null
        : "for each further value the three steps of the definition, and no step twice",
  },
  {
    id: "each-row",
    says: "a row costs little besides what its values cost",
    calls: [ask(1, 6), ask(1, 12)],
    findMismatch: (answers) =>
      isBetween(readNumber(answers[0]) - 6 * findPerValue(answers), perRow.least, perRow.most)
        ? null
        : "no more than a few operations for a row that do not grow with it",
  },
];
