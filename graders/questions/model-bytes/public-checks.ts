/** What a student can check alone about the bytes moved: properties that every way of counting has. */
import type { PublicCheck } from "../../contract/question";
import type { Value } from "../../contract/value";
import { isNear, readNumber } from "../kit/public/numbers";
import {
  bytesOfFloat,
  largeModel,
  makeBytesCalls,
  readTraffic,
  type Traffic,
} from "../kit/public/own-counts";

const model = { inFeatures: 6, outFeatures: 10 };
const ask = (batchSize: number) => ({ export: "modelBytes", args: [batchSize, model] });
const largeCalls = makeBytesCalls("modelBytes");

/** Nothing is expected of what are no numbers: another check says so. */
function check(answers: readonly Value[], isRight: (traffic: Traffic) => boolean): boolean {
  const traffic = readTraffic(answers);
  return traffic === undefined || isRight(traffic);
}

export const publicChecks: readonly PublicCheck[] = [
  {
    id: "positive-number",
    says: "the bytes of a 6 → 10 model at batch size 2 are a positive number",
    calls: [ask(2)],
    findMismatch: ([bytes]) => (readNumber(bytes) > 0 ? null : "a positive number"),
  },
  {
    id: "grows-evenly",
    says: "every further sample adds the same number of bytes",
    calls: [100_000, 200_000, 300_000].map(ask),
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
    calls: largeCalls,
    findMismatch: (answers) =>
      check(answers, ({ perNumber }) => isNear(perNumber, bytesOfFloat, 0.01))
        ? null
        : "an increase by so many numbers in fp32, in bytes or in kB, KiB, MB …: how many bytes is one of them?",
  },
  {
    id: "further-sample",
    says: "a further sample moves what both kernels read and write for it, and nothing else",
    calls: largeCalls,
    findMismatch: (answers) =>
      check(answers, ({ perSample, perNumber, slack }) =>
        isNear(perSample, (3 * largeModel.inFeatures + largeModel.outFeatures) * perNumber, slack),
      )
        ? null
        : "for each further sample the input and the result of each kernel: the second one reads what the first one wrote",
  },
  {
    id: "once-per-batch",
    says: "what a batch moves once, however many samples it has, are the weights",
    calls: largeCalls,
    findMismatch: (answers) =>
      check(answers, ({ perBatch, perNumber, slack }) =>
        isNear(perBatch, largeModel.inFeatures * largeModel.outFeatures * perNumber, slack),
      )
        ? null
        : "the weights of both layers once for a batch, and nothing else (the PReLU's single one may be left out)",
  },
];
