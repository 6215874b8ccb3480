/** What a student can check alone about the fused model: it moves less, computes the same, and the rest follows. */
import { readReals } from "../../contract/answers";
import type { PublicCheck } from "../../contract/question";
import type { Value } from "../../contract/value";
import { findBoundMismatch, makeBoundCalls, startsWith } from "../kit/public/bound";
import { findCurveMismatch, makeCurveCalls } from "../kit/public/curve";
import { isNear, readNumber } from "../kit/public/numbers";
import { findClearMismatch, findOptimumMismatch, makeOptimumCalls } from "../kit/public/optimum";
import { bytesOfFloat, largeModel, makeBytesCalls, readTraffic } from "../kit/public/own-counts";
import { repeatTile } from "../kit/public/repeat-tile";

const model = { inFeatures: 6, outFeatures: 10 };
const makeGpu = (peakFlops: number, bandwidth: number) => ({
  name: "example",
  peakFlops,
  bandwidth,
  memory: 2 ** 33,
});
const x = {
  shape: [2, 6],
  data: repeatTile(12, [1, -1]),
};
const fusedCalls = makeBytesCalls("fusedModelBytes");

export const publicChecks: readonly PublicCheck[] = [
  {
    id: "grows-evenly",
    says: "every further sample adds the same number of bytes",
    calls: [100_000, 200_000, 300_000].map((batchSize) => ({
      export: "fusedModelBytes",
      args: [batchSize, model],
    })),
    findMismatch: (answers) => {
      const [one = Number.NaN, two = Number.NaN, three = Number.NaN] = answers.map(readNumber);
      const slack = [one, two, three].every(Number.isInteger) ? 1e-9 : 0.02;
      return two > one && isNear(three - two, two - one, slack)
        ? null
        : "the same increase from 100,000 to 200,000 samples as from 200,000 to 300,000";
    },
  },
  {
    id: "bytes-of-a-number",
    says: "one more output of the linear layer writes one more number for each sample, and reads its weights once",
    calls: fusedCalls,
    besides: makeBytesCalls("modelBytes"),
    findMismatch: (answers) => {
      const [fused, unfused] = [answers.slice(0, fusedCalls.length), answers.slice(fusedCalls.length)].map(
        (one) => readTraffic(one)?.perNumber ?? bytesOfFloat,
      ) as [number, number];
      return [bytesOfFloat, unfused].some((bytes) => isNear(fused, bytes, 0.01))
        ? null
        : "an increase by so many numbers in fp32, in bytes or in kB, KiB, MB …: how many bytes is one of them?";
    },
  },
  {
    id: "less-than-unfused",
    says: "fused, a further sample moves fewer bytes than by your own modelBytes, and what a batch moves once stays the same",
    calls: [...makeBytesCalls("modelBytes"), ...fusedCalls],
    findMismatch: findSavingMismatch,
  },
  {
    id: "extreme-devices",
    says: "a device with slow memory is limited by memory, one with slow arithmetic by compute",
    calls: [makeGpu(1e15, 1), makeGpu(1, 1e15)].map((gpu) => ({
      export: "fusedBoundBy",
      args: [x, model, gpu],
    })),
    findMismatch: ([slowMemory, slowArithmetic]) =>
      startsWith(slowMemory, "memory") && startsWith(slowArithmetic, "compute")
        ? null
        : '"memory" for the first and "compute" for the second',
  },
  {
    id: "bound-by-own-counts",
    says: "the answers follow from your own modelFlops and fusedModelBytes, for 64 samples on four devices",
    calls: makeBoundCalls("fusedBoundBy", "fusedModelBytes"),
    findMismatch: findBoundMismatch,
  },
  {
    id: "one-value-each",
    says: "three batch sizes give three positive numbers",
    calls: [{ export: "fusedIntensityCurve", args: [[1, 3, 6], model] }],
    findMismatch: ([answer]) => {
      const read = readReals(answer);
      const isRight = read.ok && read.answer.length === 3 && read.answer.every((value) => value > 0);
      return isRight ? null : "a list of three positive numbers";
    },
  },
  {
    id: "same-flops",
    says: "fusing changes no FLOP: the fused curve is your own modelFlops divided by your own fusedModelBytes",
    calls: makeCurveCalls("fusedIntensityCurve", "fusedModelBytes"),
    findMismatch: findCurveMismatch,
  },
  {
    id: "clear-cases",
    says: "one sample is enough for a device that does 1 FLOP per second, and no batch for one that moves 1 byte per second",
    calls: [makeGpu(1, 1e15), makeGpu(1e15, 1)].map((gpu) => ({
      export: "fusedOptimalBatchSize",
      args: [model, gpu],
    })),
    findMismatch: findClearMismatch,
  },
  {
    id: "optimum-by-own-counts",
    says: "by your own modelFlops and fusedModelBytes, your batch reaches the ridge point and one sample less does not, on four devices",
    calls: makeOptimumCalls("fusedOptimalBatchSize", "fusedModelBytes"),
    findMismatch: findOptimumMismatch,
  },
];

/** What leaves out the weights is no number's bytes exactly. */
const tolerance = 0.03;

/** What is saved is what is written between the layers and read again, or the one pass of these that was counted. */
function findSavingMismatch(answers: readonly Value[]): string | null {
  const [unfused, fused] = [answers.slice(0, 4), answers.slice(4)].map(readTraffic);
  if (unfused === undefined || fused === undefined) return null;
  const { inFeatures, outFeatures } = largeModel;
  const slack = Math.max(unfused.slack, fused.slack);
  const [ofUnfused, saved] = [unfused.perSample, unfused.perSample - fused.perSample].map(
    (bytes) => bytes / (inFeatures * fused.perNumber),
  ) as [number, number];
  const isWhole = isNear(ofUnfused, 3 + outFeatures / inFeatures, tolerance);
  const isSaved = (isWhole ? [2] : [1, 2]).some((count) => isNear(saved, count, tolerance + 4 * slack));
  return isSaved && isNear(fused.perBatch, unfused.perBatch, 2 * slack)
    ? null
    : "your unfused bytes without what is written between the two layers and read again";
}
