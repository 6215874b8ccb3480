/** What a student can check alone about the optimal batch: the form, and how devices compare. */
import { readCount } from "../../contract/answers";
import type { PublicCheck } from "../../contract/question";
import type { Value } from "../../contract/value";

const model = { inFeatures: 6, outFeatures: 10 };
const ask = (peakFlops: number, bandwidth: number) => ({
  export: "optimalBatchSize",
  args: [model, { name: "example", peakFlops, bandwidth, memory: 2 ** 33 }],
});

function readBatch(value: Value): number {
  const read = readCount(value);
  return read.ok ? Number(read.answer) : Number.NaN;
}

/** Nothing returned stands for null, too. */
function isWholeOrNull(value: Value): boolean {
  const read = readCount(value);
  return (
    value === null ||
    value === undefined ||
    (read.ok && Number.isInteger(Number(read.answer)) && Number(read.answer) >= 1)
  );
}

export const publicChecks: readonly PublicCheck[] = [
  {
    id: "whole-or-null",
    says: "the batch is a whole number of at least 1, or null",
    calls: [ask(4e11, 1e12), ask(4e13, 1e12)],
    findMismatch: (answers) =>
      answers.every(isWholeOrNull) ? null : "a whole number of at least 1, or null",
  },
  {
    id: "slower-arithmetic",
    says: "a device with less arithmetic for the same bandwidth does not need a larger batch",
    calls: [ask(4e11, 1e12), ask(1e11, 1e12)],
    findMismatch: ([fast, slow]) =>
      isWholeOrNull(slow) && readBatch(slow) <= readBatch(fast)
        ? null
        : "a batch no larger than for the faster device",
  },
];
