import type { ConvLayer } from "../../contract/value";
import { judgeLast, nameFinding } from "../../testing/judge-implementation";
import { sayCame } from "../../testing/say";
import { question } from "./question";

type Count = number | bigint;

const judge = (depthwiseConv: (layer: ConvLayer) => unknown) => judgeLast([question], { depthwiseConv });
const nameFindings = (depthwiseConv: (layer: ConvLayer) => unknown) =>
  judge(depthwiseConv).parts.map(nameFinding);

const countOutputs = (l: ConvLayer) => BigInt(l.hOut) * BigInt(l.wOut) * BigInt(l.cOut);
const countTerms = (l: ConvLayer) => BigInt(l.kernel) * BigInt(l.kernel);
const countMacs = (l: ConvLayer) => countOutputs(l) * countTerms(l);
const doubled = (macs: bigint) => ({ macs, flops: 2n * macs });

test.each<[string, string, string, (layer: ConvLayer) => { macs: Count; flops: Count }]>([
  ["mac-per-tap", "two-flops-per-mac", "1", (l) => doubled(countMacs(l))],
  [
    "mac-per-tap",
    "exact-additions",
    "1",
    (l) => ({ macs: countMacs(l), flops: countOutputs(l) * (2n * countTerms(l) - 1n) }),
  ],
  [
    "mac-per-tap",
    "with-bias",
    "1",
    (l) => ({ macs: countMacs(l), flops: 2n * countMacs(l) + countOutputs(l) }),
  ],
  ["bias-as-mac", "bias-as-mac", "1", (l) => doubled(countOutputs(l) * (countTerms(l) + 1n))],
  ["mac-per-tap", "mac-as-one-flop", "0.5", (l) => ({ macs: countMacs(l), flops: countMacs(l) })],
  [
    "mac-per-tap",
    "half-of-the-macs",
    "0.5",
    (l) => ({ macs: countMacs(l), flops: Number(countMacs(l)) / 2 }),
  ],
  ["swapped", "swapped", "0.25", (l) => ({ macs: 2n * countMacs(l), flops: countMacs(l) })],
  ["doubled-twice", "doubled-twice", "0.25", (l) => doubled(2n * countMacs(l))],
  [
    "flops-for-macs",
    "two-flops-per-mac",
    "0.5",
    (l) => ({ macs: 2n * countMacs(l), flops: 2n * countMacs(l) }),
  ],
  [
    "input-size",
    "input-size",
    "0.5",
    (l) => doubled(BigInt(l.hIn) * BigInt(l.wIn) * BigInt(l.cOut) * countTerms(l)),
  ],
  [
    "width-squared",
    "width-squared",
    "0.75",
    (l) => doubled(BigInt(l.wOut) ** 2n * BigInt(l.cOut) * countTerms(l)),
  ],
  [
    "separable-block",
    "separable-block",
    "0.5",
    (l) => doubled(countOutputs(l) * (countTerms(l) + BigInt(l.cIn))),
  ],
  [
    "separable-block",
    "separable-block",
    "0.5",
    (l) => ({
      macs: countOutputs(l) * (countTerms(l) + BigInt(l.cIn)),
      flops: countOutputs(l) * (2n * countTerms(l) - 1n + 2n * BigInt(l.cIn) - 1n),
    }),
  ],
  ["kernel-once", "kernel-once", "0.25", (l) => doubled(countOutputs(l) * BigInt(l.kernel))],
  ["weight-count", "weight-count", "0.25", (l) => doubled(BigInt(l.cOut) * countTerms(l))],
  [
    "channels-forgotten",
    "channels-forgotten",
    "0.25",
    (l) => doubled(BigInt(l.hOut) * BigInt(l.wOut) * countTerms(l)),
  ],
  ["standard-formula", "standard-formula", "0", (l) => doubled(countMacs(l) * BigInt(l.cIn))],
  [
    "mac-per-tap",
    "minus-one-before-grouping",
    "0.75",
    (l) => ({
      macs: countMacs(l),
      flops: ((2n * BigInt(l.cIn) * countTerms(l) - 1n) * countOutputs(l)) / BigInt(l.cIn),
    }),
  ],
  ["unexplained", "twice-own-macs", "0", (l) => doubled(countMacs(l) + 7n)],
])("%s and %s earn %s", (macs, flops, points, depthwiseConv) => {
  const name = (id: string) => (id === "unexplained" ? id : `reading:${id}`);
  expect(nameFindings(depthwiseConv)).toEqual([name(macs), name(flops)]);
  expect(judge(depthwiseConv).points).toBe(points);
});

/** Walks along an axis; a padded position is no tap. */
function countTaps(size: number, output: number, padding: number, { kernel, stride }: ConvLayer): bigint {
  let taps = 0;
  for (let position = 0; position < output; position++) {
    const start = position * stride - padding;
    taps += Math.max(0, Math.min(start + kernel, size) - Math.max(start, 0));
  }
  return BigInt(taps);
}

/** The smallest padding that fits both axes, by trial. */
function findPadding({ hIn, wIn, hOut, wOut, kernel, stride }: ConvLayer): number {
  const fits = (size: number, output: number, p: number) =>
    Math.floor((size + 2 * p - kernel) / stride) + 1 === output;
  for (let p = 0; p < 100; p++) if (fits(hIn, hOut, p) && fits(wIn, wOut, p)) return p;
  throw new Error("no padding fits");
}

test("products with padded zeros may be left out", () => {
  const valid = (l: ConvLayer) => {
    const padding = findPadding(l);
    const taps = countTaps(l.hIn, l.hOut, padding, l) * countTaps(l.wIn, l.wOut, padding, l);
    return doubled(BigInt(l.cOut) * taps);
  };
  expect(nameFindings(valid)).toEqual(["reading:valid-taps", "reading:valid-taps"]);
  expect(judge(valid).points).toBe("1");
});

describe("large counts", () => {
  const plain = (l: ConvLayer) => l.hOut * l.wOut * l.cOut * l.kernel ** 2;

  test.each<[string, (layer: ConvLayer) => unknown]>([
    ["as numbers", (l) => ({ macs: plain(l), flops: 2 * plain(l) })],
    ["as decimal strings", (l) => ({ macs: String(countMacs(l)), flops: String(2n * countMacs(l)) })],
    [
      "as numbers with exact additions",
      (l) => ({ macs: plain(l), flops: 2 * plain(l) - l.hOut * l.wOut * l.cOut }),
    ],
  ])("are right %s", (_, depthwiseConv) => {
    expect(judge(depthwiseConv).points).toBe("1");
  });

  test("are wrong by one as bigints", () => {
    const last = 2 ** 32;
    const off = (l: ConvLayer) => doubled(countMacs(l) + (countMacs(l) > last ? 1n : 0n));
    expect(judge(off).points).toBe("0");
  });
});

test("the fields may be spelled MACs and FLOPs", () => {
  expect(judge((l) => ({ MACs: countMacs(l), FLOPs: 2n * countMacs(l) })).points).toBe("1");
});

test("one number missing costs its half only", () => {
  const verdict = judge((l) => ({ macs: countMacs(l) }));
  expect(verdict.points).toBe("0.5");
  expect(sayCame(verdict.parts[1]?.finding)).toBe("an object with macs");
});

test("the notebook's numbers, hard-coded, earn nothing", () => {
  expect(judge(() => ({ macs: 11_664, flops: 23_328 })).points).toBe("0");
});
