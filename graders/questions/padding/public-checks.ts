/** What a student can check alone about padding: small layers with other numbers than the notebook's. */
import { readCount } from "../../contract/answers";
import type { PublicCheck } from "../../contract/question";
import type { ConvLayer, Value } from "../../contract/value";

const small: ConvLayer = { hIn: 6, wIn: 6, cIn: 2, hOut: 6, wOut: 6, cOut: 2, kernel: 5, stride: 1 };
const shrinking: ConvLayer = { ...small, hIn: 8, wIn: 8, hOut: 4, wOut: 4 };
const strided: ConvLayer = { ...shrinking, kernel: 3, stride: 2 };
const wide: ConvLayer = { ...small, hIn: 9, wIn: 13, hOut: 3, wOut: 4, kernel: 4, stride: 3 };
const high: ConvLayer = { ...wide, hIn: 13, wIn: 9, hOut: 4, wOut: 3 };
/** Two paddings fit: one of them is smaller. */
const loose: ConvLayer = { ...small, hIn: 14, wIn: 14, hOut: 4, wOut: 4, kernel: 3, stride: 4 };
/** Its last pixels are not used. */
const overhanging: ConvLayer = { ...small, hIn: 13, wIn: 13, hOut: 3, wOut: 3, kernel: 3, stride: 4 };

export const publicChecks: readonly PublicCheck[] = [
  {
    id: "whole-number",
    says: "the padding is a whole number that is not negative",
    calls: [
      { export: "padding", args: [small] },
      { export: "padding", args: [overhanging] },
    ],
    findMismatch: (paddings) => (paddings.every(isPadding) ? null : "a whole number, 0 or more"),
  },
  {
    id: "fits",
    says: "your padding, put back into the formula, gives the stated output: 6×6 to 6×6 with a 5×5 kernel",
    calls: [{ export: "padding", args: [small] }],
    findMismatch: ([padding]) => (fits(small, padding) ? null : "a p with 6 + 2p - 5 + 1 = 6"),
  },
  {
    id: "fits-smaller-output",
    says: "the same for 8×8 to 4×4 with a 5×5 kernel",
    calls: [{ export: "padding", args: [shrinking] }],
    findMismatch: ([padding]) => (fits(shrinking, padding) ? null : "a p with 8 + 2p - 5 + 1 = 4"),
  },
  {
    id: "fits-with-stride",
    says: "the same with stride 2: 8×8 to 4×4 with a 3×3 kernel, in whole pixels",
    calls: [{ export: "padding", args: [strided] }],
    findMismatch: ([padding]) =>
      isPadding(padding) && fits(strided, padding)
        ? null
        : "a whole p with 4 outputs by the formula, rounding down",
  },
  {
    id: "fits-both-axes",
    says: "the same on both axes: 9×13 to 3×4, and 13×9 to 4×3, with a 4×4 kernel and stride 3",
    calls: [
      { export: "padding", args: [wide] },
      { export: "padding", args: [high] },
    ],
    findMismatch: ([first, second]) =>
      fits(wide, first) && fits(high, second) ? null : "one p that gives the stated rows and columns at once",
  },
  {
    id: "smallest",
    says: "no smaller padding gives the stated output: 14×14 to 4×4 with a 3×3 kernel and stride 4",
    calls: [{ export: "padding", args: [loose] }],
    findMismatch: ([padding]) =>
      fits(loose, padding) && !fits(loose, readPadding(padding) - 1) ? null : "the smallest p that fits",
  },
  {
    id: "fits-unused-pixels",
    says: "the same for 13×13 to 3×3 with a 3×3 kernel and stride 4, which leaves pixels unused",
    calls: [{ export: "padding", args: [overhanging] }],
    findMismatch: ([padding]) =>
      fits(overhanging, padding) ? null : "a p with 3 outputs by the formula, rounding down",
  },
];

/** The formula of the statement, on both axes. */
function fits({ hIn, wIn, hOut, wOut, kernel, stride }: ConvLayer, value: Value): boolean {
  const p = readPadding(value);
  const sizeOf = (input: number): number => Math.floor((input + 2 * p - kernel) / stride) + 1;
  return sizeOf(hIn) === hOut && sizeOf(wIn) === wOut;
}

function isPadding(value: Value): boolean {
  const padding = readPadding(value);
  return Number.isInteger(padding) && padding >= 0;
}

/** The padding, also where it is given once per axis or as the word for none. */
function readPadding(value: Value): number {
  if (value === "valid") return 0;
  const read = readCount(Array.isArray(value) ? (value as readonly Value[])[0] : value);
  return read.ok ? Number(read.answer) : Number.NaN;
}
