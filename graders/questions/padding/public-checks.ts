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
      const output = small.hIn + 2 * readPadding(padding) - small.kernel + 1;
      return output === small.hOut ? null : "a p with 6 + 2p - 5 + 1 = 6";
    },
  },
];

function isPadding(value: Value): boolean {
  const padding = readPadding(value);
  return Number.isInteger(padding) && padding >= 0;
}

/** The padding, also where it is given once per axis. */
function readPadding(value: Value): number {
  const read = readCount(Array.isArray(value) ? (value as readonly Value[])[0] : value);
  return read.ok ? Number(read.answer) : Number.NaN;
}
