/** What a student can check alone about the model's FLOP: properties that every way of counting has. */
import type { PublicCheck } from "../../contract/question";
import type { Call, PReLULinear } from "../../contract/value";
import { isBetween, readNumber } from "../kit/public/numbers";

const model: PReLULinear = { inFeatures: 3, outFeatures: 2 };
const oneMoreOutput: PReLULinear = { ...model, outFeatures: 3 };
const row = [1, -2, 3];
/** Of a wide input, whose entries are negative or positive. */
const wide: PReLULinear = { inFeatures: 10, outFeatures: 7 };

const fill = (rows: number, values: readonly number[]) => ({
  shape: [rows, values.length],
  data: Float32Array.from(Array.from({ length: rows }, () => values).flat()),
});
const ask = (rows: number, asked = model, values: readonly number[] = row): Call => ({
  export: "modelFlops",
  args: [fill(rows, values), asked],
});
const allOf = (value: number): readonly number[] => Array.from({ length: wide.inFeatures }, () => value);
const rows = 4;
const wideInputs = [-1, 1].map((value) => fill(rows, allOf(value)));

/** A sum of n products takes n multiplications, and n - 1 or n additions. */
const countLeast = ({ inFeatures, outFeatures }: PReLULinear): number => (2 * inFeatures - 1) * outFeatures;
const countMost = ({ inFeatures, outFeatures }: PReLULinear): number => 2 * inFeatures * outFeatures;

export const publicChecks: readonly PublicCheck[] = [
  {
    id: "positive-number",
    says: "the FLOP of a 3 → 2 model on one sample are a positive number",
    calls: [ask(1)],
    findMismatch: ([flops]) => (readNumber(flops) > 0 ? null : "a positive number"),
  },
  {
    id: "same-rows",
    says: "four equal samples cost twice as much as two",
    calls: [ask(2), ask(4)],
    findMismatch: ([two, four]) =>
      readNumber(four) === 2 * readNumber(two) ? null : "2 times the FLOP of two samples",
  },
  {
    id: "one-more-output",
    says: "one more output of the linear layer takes a multiplication for every input, and adds the products up",
    calls: [ask(1), ask(1, oneMoreOutput)],
    findMismatch: ([fewer, more]) =>
      isBetween(
        readNumber(more) - readNumber(fewer),
        countLeast({ ...model, outFeatures: 1 }),
        countMost({ ...model, outFeatures: 1 }),
      )
        ? null
        : "for one output a multiplication per input, as many additions or one less, and nothing else: the layer has no bias",
  },
  {
    id: "linear-and-prelu",
    says: "the FLOP are those of the linear layer and those of the PReLU, which takes no more than one operation for each input",
    calls: wideInputs.map((x) => ({ export: "modelFlops", args: [x, wide] })),
    besides: wideInputs.map((x) => ({ export: "preluFlops", args: [x] })),
    findMismatch: (answers) => findOutside(answers.map(readNumber)),
  },
  {
    id: "both-layers",
    says: "the PReLU is counted as well: negative inputs, or positive ones, cost more than the linear layer alone",
    calls: wideInputs.map((x) => ({ export: "modelFlops", args: [x, wide] })),
    findMismatch: (answers) => {
      const ofLayer = [countLeast(wide), countMost(wide)].map((perRow) => rows * perRow);
      return answers.some((flops) => !ofLayer.includes(readNumber(flops)))
        ? null
        : "more FLOP than the linear layer has: which inputs does the PReLU multiply?";
    },
  },
];

/** What is built on another count of the PReLU follows from that. */
function findOutside([negative, positive, ...own]: readonly number[]): string | null {
  const isInside = [negative, positive].every((flops, at) => {
    const most = Math.max(rows * wide.inFeatures, own[at] || 0);
    return isBetween(flops ?? Number.NaN, rows * countLeast(wide), rows * countMost(wide) + most);
  });
  return isInside ? null : "the FLOP of the linear layer, and between none and one more for each input";
}
