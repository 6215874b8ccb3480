import type { ConvLayer } from "../../contract/value";
import { judgeLast, nameFinding } from "../../testing/judge-implementation";
import { sayCame } from "../../testing/say";
import { question } from "./question";

type Count = number | bigint;

const judge = (standardConv: (layer: ConvLayer) => unknown) => judgeLast([question], { standardConv });
const nameFindings = (standardConv: (layer: ConvLayer) => unknown) =>
  judge(standardConv).parts.map(nameFinding);

const countOutputs = (l: ConvLayer) => BigInt(l.hOut) * BigInt(l.wOut) * BigInt(l.cOut);
const countTerms = (l: ConvLayer) => BigInt(l.cIn) * BigInt(l.kernel) * BigInt(l.kernel);
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
  ["swapped", "swapped", "0.25", (l) => ({ macs: 2n * countMacs(l) - countOutputs(l), flops: countMacs(l) })],
  ["doubled-twice", "doubled-twice", "0.25", (l) => doubled(2n * countMacs(l))],
  [
    "flops-for-macs",
    "two-flops-per-mac",
    "0.5",
    (l) => ({ macs: 2n * countMacs(l), flops: 2n * countMacs(l) }),
  ],
  [
    "bias-as-mac",
    "mac-as-one-flop",
    "0.5",
    (l) => ({ macs: countOutputs(l) * (countTerms(l) + 1n), flops: countOutputs(l) * (countTerms(l) + 1n) }),
  ],
  [
    "input-size",
    "input-size",
    "0.5",
    (l) => doubled(BigInt(l.hIn) * BigInt(l.wIn) * BigInt(l.cOut) * countTerms(l)),
  ],
  [
    "input-size",
    "input-size+mac-as-one-flop",
    "0.25",
    (l) => {
      const macs = BigInt(l.hIn) * BigInt(l.wIn) * BigInt(l.cOut) * countTerms(l);
      return { macs, flops: macs };
    },
  ],
  [
    "height-squared",
    "height-squared",
    "0.75",
    (l) => {
      const outputs = BigInt(l.hOut) * BigInt(l.hOut) * BigInt(l.cOut);
      return { macs: outputs * countTerms(l), flops: outputs * (2n * countTerms(l) - 1n) };
    },
  ],
  [
    "width-squared",
    "width-squared",
    "0.75",
    (l) => doubled(BigInt(l.wOut) ** 2n * BigInt(l.cOut) * countTerms(l)),
  ],
  [
    "input-channels-forgotten",
    "input-channels-forgotten",
    "0.25",
    (l) => doubled(countOutputs(l) * BigInt(l.kernel) ** 2n),
  ],
  [
    "output-channels-forgotten",
    "output-channels-forgotten",
    "0.25",
    (l) => {
      const pixels = BigInt(l.hOut) * BigInt(l.wOut);
      return { macs: pixels * countTerms(l), flops: pixels * (2n * countTerms(l) + 1n) };
    },
  ],
  [
    "channels-forgotten",
    "channels-forgotten",
    "0",
    (l) => doubled(BigInt(l.hOut) * BigInt(l.wOut) * BigInt(l.kernel) ** 2n),
  ],
  [
    "input-channels-twice",
    "input-channels-twice",
    "0.5",
    (l) => doubled(BigInt(l.hOut) * BigInt(l.wOut) * BigInt(l.cIn) * countTerms(l)),
  ],
  [
    "output-channels-twice",
    "output-channels-twice",
    "0.5",
    (l) => doubled(countOutputs(l) * BigInt(l.cOut) * BigInt(l.kernel) ** 2n),
  ],
  ["kernel-once", "kernel-once", "0.25", (l) => doubled(countOutputs(l) * BigInt(l.cIn) * BigInt(l.kernel))],
  ["weight-count", "weight-count", "0.25", (l) => doubled(BigInt(l.cOut) * countTerms(l))],
  ["unexplained", "twice-own-macs", "0", (l) => doubled(countMacs(l) + 7n)],
])("%s and %s earn %s", (macs, flops, points, standardConv) => {
  const name = (id: string) => (id === "unexplained" ? id : `reading:${id}`);
  expect(nameFindings(standardConv)).toEqual([name(macs), name(flops)]);
  expect(judge(standardConv).points).toBe(points);
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
    return doubled(BigInt(l.cIn) * BigInt(l.cOut) * taps);
  };
  expect(nameFindings(valid)).toEqual(["reading:valid-taps", "reading:valid-taps"]);
  expect(judge(valid).points).toBe("1");
});

describe("counts beyond 2^53", () => {
  const plain = (l: ConvLayer) => l.hOut * l.wOut * l.cOut * l.cIn * l.kernel ** 2;

  test.each<[string, (layer: ConvLayer) => unknown]>([
    ["as numbers", (l) => ({ macs: plain(l), flops: 2 * plain(l) })],
    ["as decimal strings", (l) => ({ macs: String(countMacs(l)), flops: String(2n * countMacs(l)) })],
    [
      "as numbers with exact additions",
      (l) => ({ macs: plain(l), flops: 2 * plain(l) - l.hOut * l.wOut * l.cOut }),
    ],
  ])("are right %s", (_, standardConv) => {
    expect(judge(standardConv).points).toBe("1");
  });

  test("are wrong by one as bigints", () => {
    const last = 2 ** 53;
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
  expect(judge(() => ({ macs: 186_624, flops: 373_248 })).points).toBe("0");
});
