/** What a student can check alone about the optimal batch: its form, clear cases, and the student's own FLOP and bytes. */
import type { PublicCheck } from "../../contract/question";
import { readNumber } from "../kit/public/numbers";
import {
  findClearMismatch,
  findOptimumMismatch,
  isWholeOrNull,
  makeOptimumCalls,
} from "../kit/public/optimum";

const model = { inFeatures: 6, outFeatures: 10 };
const ask = (peakFlops: number, bandwidth: number) => ({
  export: "optimalBatchSize",
  args: [model, { name: "example", peakFlops, bandwidth, memory: 2 ** 33 }],
});

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
      isWholeOrNull(slow) && readNumber(slow) <= readNumber(fast)
        ? null
        : "a batch no larger than for the faster device",
  },
  {
    id: "clear-cases",
    says: "one sample is enough for a device that does 1 FLOP per second, and no batch for one that moves 1 byte per second",
    calls: [ask(1, 1e15), ask(1e15, 1)],
    findMismatch: findClearMismatch,
  },
  {
    id: "own-counts",
    says: "by your own modelFlops and modelBytes, your batch reaches the ridge point and one sample less does not, on four devices",
    calls: makeOptimumCalls("optimalBatchSize", "modelBytes"),
    findMismatch: findOptimumMismatch,
  },
];
