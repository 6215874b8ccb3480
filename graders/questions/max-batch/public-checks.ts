/** What a student can check alone: a batch size is a whole number, and more memory never makes it smaller. */
import { readCount } from "../../contract/answers";
import type { PublicCheck } from "../../contract/question";
import type { Gpu, ModelMemory, Value } from "../../contract/value";

const small: ModelMemory = {
  params: 20_000_000,
  activationBytesPerSample: 150_000_000,
  inputBytesPerSample: 600_000,
};

const gpu = (memory: number): Gpu => ({ name: "Example", peakFlops: 1e13, bandwidth: 5e11, memory });

const call = (memory: number, model = small) => ({ export: "maxBatchSize", args: [model, gpu(memory)] });

function readNumber(value: Value): number {
  const read = readCount(value);
  return read.ok ? Number(read.answer) : Number.NaN;
}

export const publicChecks: readonly PublicCheck[] = [
  {
    id: "whole-number",
    says: "the batch size is a whole number that is not negative",
    calls: [call(9e9)],
    findMismatch: ([batchSize]) => {
      const samples = readNumber(batchSize);
      return Number.isInteger(samples) && samples >= 0 ? null : "a whole number, 0 or more";
    },
  },
  {
    id: "more-memory",
    says: "twice the memory holds a larger batch",
    calls: [call(9e9), call(18e9)],
    findMismatch: ([once, twice]) =>
      readNumber(twice) > readNumber(once) ? null : "a larger batch on the larger GPU",
  },
  {
    id: "larger-samples",
    says: "twice the activations of a sample leave room for a smaller batch",
    calls: [call(9e9), call(9e9, { ...small, activationBytesPerSample: 300_000_000 })],
    findMismatch: ([light, heavy]) =>
      readNumber(heavy) < readNumber(light) ? null : "a smaller batch for the larger samples",
  },
  {
    id: "larger-model",
    says: "ten times the parameters leave room for a smaller batch",
    calls: [call(9e9), call(9e9, { ...small, params: 200_000_000 })],
    findMismatch: ([light, heavy]) =>
      readNumber(heavy) < readNumber(light) ? null : "a smaller batch for the larger model",
  },
  {
    id: "too-small",
    says: "nothing fits where not even the weights do",
    calls: [call(50e6)],
    findMismatch: ([batchSize]) => (readNumber(batchSize) === 0 ? null : "0"),
  },
];
