/** What a student can check alone about the fused model: it moves less, and nothing else becomes worse. */
import { readReal, readReals } from "../../contract/answers";
import type { PublicCheck } from "../../contract/question";
import type { Value } from "../../contract/value";

const model = { inFeatures: 6, outFeatures: 10 };
const makeGpu = (peakFlops: number, bandwidth: number) => ({
  name: "example",
  peakFlops,
  bandwidth,
  memory: 2 ** 33,
});
const x = {
  shape: [2, 6],
  data: Float32Array.from({ length: 12 }, (_, index) => (index % 2 === 0 ? 1 : -1)),
};

function readNumber(value: Value): number {
  const read = readReal(value);
  return read.ok ? read.answer : Number.NaN;
}

export const publicChecks: readonly PublicCheck[] = [
  {
    id: "grows-evenly",
    says: "every further sample adds the same number of bytes",
    calls: [1, 2, 3].map((batchSize) => ({ export: "fusedModelBytes", args: [batchSize, model] })),
    findMismatch: (answers) => {
      const [one = Number.NaN, two = Number.NaN, three = Number.NaN] = answers.map(readNumber);
      const isEven = two > one && Math.abs(three - two - (two - one)) <= 1e-9 * three;
      return isEven ? null : "the same increase from 1 to 2 samples as from 2 to 3";
    },
  },
  {
    id: "extreme-devices",
    says: "a device with slow memory is limited by memory, one with slow arithmetic by compute",
    calls: [makeGpu(1e15, 1), makeGpu(1, 1e15)].map((gpu) => ({
      export: "fusedBoundBy",
      args: [x, model, gpu],
    })),
    findMismatch: (answers) => {
      const [slowMemory, slowArithmetic] = answers.map((answer) => String(answer).trim().toLowerCase());
      const isRight =
        slowMemory?.startsWith("memory") === true && slowArithmetic?.startsWith("compute") === true;
      return isRight ? null : '"memory" for the first and "compute" for the second';
    },
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
    id: "first-sample",
    says: "a device that moves data fast and does 1 FLOP per second is compute bound from the first sample on",
    calls: [{ export: "fusedOptimalBatchSize", args: [model, makeGpu(1, 1e15)] }],
    findMismatch: ([answer]) => (readNumber(answer) === 1 ? null : "1"),
  },
];
