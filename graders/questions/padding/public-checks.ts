/** What a student can check alone about padding: small layers with other numbers than the notebook's. */
import { readCount } from "../../answers";
import type { ConvLayer, PublicCheck, Value } from "../../contract";

const small: ConvLayer = { hIn: 6, wIn: 6, cIn: 2, hOut: 6, wOut: 6, cOut: 2, kernel: 5, stride: 1 };

export const publicChecks: readonly PublicCheck[] = [
  {
    id: "whole-number",
    says: "the padding is a whole number that is not negative",
    calls: [{ export: "padding", args: [small] }],
    findMismatch: ([padding]) => (isPadding(padding) ? null : "a whole number, 0 or more"),
  },
  {
    id: "fits",
    says: "your padding, put back into the formula, gives the stated output: 6×6 to 6×6 with a 5×5 kernel",
    calls: [{ export: "padding", args: [small] }],
    findMismatch: ([padding]) => {
      const read = readCount(padding);
      const output = read.ok ? small.hIn + 2 * Number(read.answer) - small.kernel + 1 : Number.NaN;
      return output === small.hOut ? null : "a p with 6 + 2p - 5 + 1 = 6";
    },
  },
];

function isPadding(value: Value): boolean {
  const read = readCount(value);
  return read.ok && Number.isInteger(Number(read.answer)) && Number(read.answer) >= 0;
}
