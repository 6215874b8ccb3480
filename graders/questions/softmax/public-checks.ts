/** What a student can check alone about softmax: properties that every right count has, whatever the convention. */
import { isClose, readCount } from "../../contract/answers";
import type { PublicCheck } from "../../contract/question";
import type { Call, Value } from "../../contract/value";

function ask(b: number, n: number): Call {
  return { export: "softmaxFlops", args: [{ shape: [b, n], data: new Float32Array(b * n).fill(0.5) }] };
}

function read(value: Value): number {
  const count = readCount(value);
  return count.ok ? Number(count.answer) : Number.NaN;
}

export const publicChecks: readonly PublicCheck[] = [
  {
    id: "exponentials",
    says: "three values take at least their three exponentials of 40 each",
    calls: [ask(1, 3)],
    findMismatch: ([count]) => (read(count) >= 120 ? null : "at least 120"),
  },
  {
    id: "linear-in-rows",
    says: "twice the rows take twice the operations",
    calls: [ask(3, 8), ask(6, 8)],
    findMismatch: ([few, many]) =>
      isClose(2 * read(few), read(many), 0) ? null : "twice as many operations for 6 rows as for 3",
  },
  {
    id: "straight-line-in-columns",
    says: "each further value of a row costs as much as the one before",
    calls: [ask(2, 6), ask(2, 12), ask(2, 18)],
    findMismatch: ([short, middle, long]) =>
      isClose(read(middle) - read(short), read(long) - read(middle), 0)
        ? null
        : "as much more from 12 to 18 columns as from 6 to 12",
  },
];
