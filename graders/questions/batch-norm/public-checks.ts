/**
 * What a student can check alone about batch norm: properties that every right count has, whatever the algorithm.
 * Equal channels cost the same, and height, width and batch are interchangeable.
 */
import { isClose, readCount } from "../../contract/answers";
import type { PublicCheck } from "../../contract/question";
import type { Call, Value } from "../../contract/value";

function ask(...shape: readonly number[]): Call {
  const length = shape.reduce((product, size) => product * size, 1);
  return { export: "batchNormFlops", args: [{ shape, data: new Float32Array(length).fill(1.5) }] };
}

function read(value: Value): number {
  const count = readCount(value);
  return count.ok ? Number(count.answer) : Number.NaN;
}

export const publicChecks: readonly PublicCheck[] = [
  {
    id: "positive",
    says: "the count is a whole number above 0",
    calls: [ask(3, 2, 4, 6)],
    findMismatch: ([count]) =>
      Number.isInteger(read(count)) && read(count) > 0 ? null : "a whole number above 0",
  },
  {
    id: "linear-in-channels",
    says: "twice the channels take twice the operations",
    calls: [ask(3, 2, 4, 6), ask(3, 4, 4, 6)],
    findMismatch: ([one, two]) =>
      isClose(2 * read(one), read(two), 0) ? null : "twice as many operations for 4 channels as for 2",
  },
  {
    id: "same-for-any-axis",
    says: "a channel's values cost the same whether they come from the batch, the height or the width",
    calls: [ask(3, 2, 4, 6), ask(6, 2, 3, 4), ask(4, 2, 6, 3)],
    findMismatch: ([a, b, c]) =>
      isClose(read(a), read(b), 0) && isClose(read(a), read(c), 0)
        ? null
        : "the same count for (3, 2, 4, 6), (6, 2, 3, 4) and (4, 2, 6, 3)",
  },
];
