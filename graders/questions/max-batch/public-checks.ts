/** What a student can check alone: a batch size is a whole number, and more memory never makes it smaller. */
import type { PublicCheck } from "../../contract/question";
import type { Gpu, ModelMemory, Value } from "../../contract/value";
import { isBetween, readFieldNumber, readNumber, unitBytes } from "../kit/public/numbers";

const small: ModelMemory = {
  params: 20_000_000,
  activationBytesPerSample: 150_000_000,
  inputBytesPerSample: 600_000,
};

const gpu = (memory: number): Gpu => ({ name: "Example", peakFlops: 1e13, bandwidth: 5e11, memory });

const call = (memory: number, model = small) => ({ export: "maxBatchSize", args: [model, gpu(memory)] });

/** A sample takes far more than all that is counted differently for the parameters. */
const heavySamples: ModelMemory = {
  params: 1_000_000,
  activationBytesPerSample: 180_000_000,
  inputBytesPerSample: 1000,
};
/** Room for 599 samples and two thirds of another. */
const roomBytes = 16_000_000 + (1799 * heavySamples.activationBytesPerSample) / 3;
/** Two samples more or less than that are nothing beside their number. */
const estimatedBatches = [100, 200] as const;
/** As much as people keep free for what else lives on a GPU: a share of the memory, and some bytes besides. */
const mostKept = { share: 0.3, bytes: 2 * 2 ** 30 } as const;
/** One copy of the parameters and one of each moment fit, and more activations than anybody has; four copies do not. */
const heavyModel: ModelMemory = {
  params: 1_000_000_000,
  activationBytesPerSample: 10_000_000,
  inputBytesPerSample: 1000,
};
const justBelowBytes = 15_950_000_000;
/** Its parameters take up a good part of the memory, in whatever number of copies; a sample next to nothing. */
const sharedModel: ModelMemory = { ...heavyModel, params: 1_500_000_000 };
const sharedBytes = 80_000_000_000;

const estimate = (model: ModelMemory) =>
  estimatedBatches.map((samples) => ({ export: "adamMemory", args: [model, samples] }));

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
  {
    id: "no-room-beside-the-parameters",
    says: "nothing fits where weights, gradients and moments alone fill the memory",
    calls: [call(justBelowBytes, heavyModel)],
    besides: estimate(heavyModel),
    findMismatch: ([batchSize, ...own]) => {
      const isNone = readNumber(batchSize) === 0;
      return isNone || isByOwnEstimate(own, batchSize, justBelowBytes)
        ? null
        : "0: what does training hold for each parameter, whatever the batch?";
    },
  },
  {
    id: "samples-fill-the-memory",
    says: "a batch is as large as its activations allow, and no larger",
    calls: [call(roomBytes, heavySamples)],
    besides: estimate(heavySamples),
    findMismatch: ([batchSize, ...own]) => {
      const kept = readNumber(batchSize) * heavySamples.activationBytesPerSample;
      return isBetween(kept, findLeastFilled(roomBytes), roomBytes) ||
        isByOwnEstimate(own, batchSize, roomBytes)
        ? null
        : "a batch whose activations fit into the memory, and fill most of it";
    },
  },
  {
    id: "shared-by-the-batch",
    says: "weights, gradients and moments are there once for the whole batch",
    calls: [call(sharedBytes, sharedModel)],
    findMismatch: ([batchSize]) =>
      readNumber(batchSize) >= 500 ? null : "many samples beside the parameters that they share",
  },
  {
    id: "own-estimate",
    says: "by your own adamMemory the batch fits, and one sample more does not, or only into what you keep free",
    calls: [call(roomBytes, heavySamples), ...estimate(heavySamples)],
    findMismatch: ([batchSize, ...own]) =>
      readOwnLine(own) === undefined || isByOwnEstimate(own, batchSize, roomBytes)
        ? null
        : "the largest batch whose adamMemory total is no more than the memory of the GPU",
  },
];

interface Line {
  readonly perSample: number;
  readonly perBatch: number;
}

/** The student's own totals are a straight line where samples outweigh the rest. */
function readOwnLine(own: readonly Value[]): Line | undefined {
  const [first = Number.NaN, second = Number.NaN] = own.map((memory) => readFieldNumber(memory, "total"));
  const perSample = (second - first) / (estimatedBatches[1] - estimatedBatches[0]);
  const perBatch = first - estimatedBatches[0] * perSample;
  return perSample > 0 && perBatch >= 0 ? { perSample, perBatch } : undefined;
}

/** In whatever unit the estimate is told: the batch fits, and one sample more does not, up to what may be kept free. */
function isByOwnEstimate(own: readonly Value[], batchSize: Value, memoryBytes: number): boolean {
  const line = readOwnLine(own);
  if (line === undefined) return false;
  const samples = readNumber(batchSize);
  return unitBytes.some((unit) => {
    const needed = (batch: number): number => unit * (line.perBatch + batch * line.perSample);
    // What else is counted or not (the images, a copy of the weights) is less than a quarter of a sample.
    const margin = (unit * line.perSample) / 4;
    return (
      needed(samples) <= memoryBytes + margin && needed(samples + 1) >= findLeastFilled(memoryBytes) - margin
    );
  });
}

function findLeastFilled(memoryBytes: number): number {
  return memoryBytes * (1 - mostKept.share) - mostKept.bytes;
}
