/** Readings beyond the common ones: valid taps, paddings of one's own, counts exchanged together with a convention. */
import type { ConvLayer } from "../../contract/value";
import { judgeLast, nameFinding } from "../../testing/judge-implementation";
import { question } from "./question";

interface OpCount {
  readonly macs: bigint;
  readonly flops: bigint;
}

const countOutputs = (l: ConvLayer) => BigInt(l.hOut) * BigInt(l.wOut) * BigInt(l.cOut);
const countTerms = (l: ConvLayer) => BigInt(l.kernel ** 2);
const countMacs = (l: ConvLayer) => countOutputs(l) * countTerms(l);

/** Two operations per MAC, and so many more per output. */
const count = (macs: bigint, outputs: bigint, perOutput = 0n): OpCount => ({
  macs,
  flops: 2n * macs + perOutput * outputs,
});

/** All output values where the two sides of an axis get `total` pixels together. */
function countPadded(l: ConvLayer, total: number): bigint {
  const sizeOf = (input: number) => BigInt(Math.floor((input + total - l.kernel) / l.stride) + 1);
  return sizeOf(l.hIn) * sizeOf(l.wIn) * BigInt(l.cOut);
}

const padded =
  (findTotal: (kernel: number) => number, perOutput = 0n) =>
  (l: ConvLayer) => {
    const outputs = countPadded(l, findTotal(l.kernel));
    return count(outputs * countTerms(l), outputs, perOutput);
  };

/** Walks along an axis, tap by tap; a padded position is no tap. */
function countTaps(size: number, output: number, padding: number, { kernel, stride }: ConvLayer): bigint {
  let taps = 0n;
  for (let position = 0; position < output; position++) {
    const start = position * stride - padding;
    for (let tap = start; tap < start + kernel; tap++) if (tap >= 0 && tap < size) taps++;
  }
  return taps;
}

/** The smallest padding that fits both axes, by trial. */
function findPadding({ hIn, wIn, hOut, wOut, kernel, stride }: ConvLayer): number {
  const fits = (size: number, output: number, p: number) =>
    Math.floor((size + 2 * p - kernel) / stride) + 1 === output;
  for (let p = 0; p < 100; p++) if (fits(hIn, hOut, p) && fits(wIn, wOut, p)) return p;
  throw new Error("no padding fits");
}

function countValid(l: ConvLayer): bigint {
  const padding = findPadding(l);
  const taps = countTaps(l.hIn, l.hOut, padding, l) * countTaps(l.wIn, l.wOut, padding, l);
  return BigInt(l.cOut) * taps;
}

const exchange = ({ macs, flops }: OpCount): OpCount => ({ macs: flops, flops: macs });

/** Depthwise and pointwise part, with so many operations more per output. */
function separable(l: ConvLayer, perOutput: bigint): OpCount {
  const macs = countOutputs(l) * (countTerms(l) + BigInt(l.cOut));
  return { macs, flops: 2n * macs + perOutput * countOutputs(l) };
}

test.each<[string, string, string, (layer: ConvLayer) => OpCount]>([
  ["valid-taps", "valid-taps+exact-additions", "1", (l) => count(countValid(l), countOutputs(l), -1n)],
  ["valid-taps", "valid-taps+with-bias", "1", (l) => count(countValid(l), countOutputs(l), 1n)],
  [
    "valid-taps+bias-as-mac",
    "valid-taps+bias-as-mac",
    "1",
    (l) => count(countValid(l) + countOutputs(l), 0n),
  ],
  ["swapped", "swapped", "0.25", (l) => exchange(count(countMacs(l), countOutputs(l), -1n))],
  ["swapped", "swapped", "0.25", (l) => exchange(count(countMacs(l), countOutputs(l), 1n))],
  ["swapped", "swapped", "0.25", (l) => exchange(count(countMacs(l) + countOutputs(l), 0n))],
  ["mac-per-tap", "half-of-the-macs-cut", "0.5", (l) => ({ macs: countMacs(l), flops: countMacs(l) >> 1n })],
  [
    "flops-for-macs",
    "exact-additions",
    "0.5",
    (l) => {
      const { flops } = count(countMacs(l), countOutputs(l), -1n);
      return { macs: flops, flops };
    },
  ],
  [
    "flops-for-macs",
    "with-bias",
    "0.5",
    (l) => {
      const { flops } = count(countMacs(l), countOutputs(l), 1n);
      return { macs: flops, flops };
    },
  ],
  ["same-padded-output", "same-padded-output", "0.5", padded((kernel) => kernel - 1)],
  ["same-padded-output", "same-padded-output", "0.5", padded((kernel) => kernel - 1, 1n)],
  [
    "same-padded-output-cut",
    "same-padded-output-cut",
    "0.5",
    padded((kernel) => 2 * Math.floor((kernel - 1) / 2)),
  ],
  [
    "same-padded-output-half-kernel",
    "same-padded-output-half-kernel",
    "0.5",
    padded((kernel) => 2 * Math.floor(kernel / 2), -1n),
  ],
  ["unpadded-output", "unpadded-output", "0.5", padded(() => 0)],
  ["unpadded-output", "unpadded-output", "0.5", padded(() => 0, -1n)],
  ["separable-block", "separable-block", "0.5", (l) => separable(l, -1n)],
  ["separable-block", "separable-block", "0.5", (l) => separable(l, 1n)],
  ["separable-block", "separable-block", "0.5", (l) => separable(l, 2n)],
])("%s and %s earn %s", (macs, flops, points, depthwiseConv) => {
  for (const seed of ["one", "two", "three"]) {
    const verdict = judgeLast([question], { depthwiseConv }, { seed });
    expect(verdict.parts.map(nameFinding)).toEqual([`reading:${macs}`, `reading:${flops}`]);
    expect(verdict.points).toBe(points);
  }
});
