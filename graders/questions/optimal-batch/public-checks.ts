/** What a student can check alone about the optimal batch: devices so extreme that there is no doubt. */
import { readCount } from "../../answers";
import type { PublicCheck, Value } from "../../contract";

const model = { inFeatures: 6, outFeatures: 10 };
const ask = (peakFlops: number, bandwidth: number) => ({
  export: "optimalBatchSize",
  args: [model, { name: "example", peakFlops, bandwidth, memory: 2 ** 33 }],
});

function isWholeOrNull(value: Value): boolean {
  const read = readCount(value);
  return value === null || (read.ok && Number.isInteger(Number(read.answer)) && Number(read.answer) >= 1);
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
    id: "slow-arithmetic",
    says: "a device that moves data fast and does 1 FLOP per second is compute bound from the first sample on",
    calls: [ask(1, 1e15)],
    findMismatch: ([answer]) => {
      const read = readCount(answer);
      return read.ok && Number(read.answer) === 1 ? null : "1";
    },
  },
];
