import { nothingEarlier } from "../../contract/nothing-earlier";
import type { CallPart } from "../../contract/question";
import type { Tensor } from "../../contract/value";
import { fakeQuestion } from "../../testing/fake-question";
import { judgePartOf, nameFinding } from "../../testing/judge-implementation";
import { question } from "./question";

const fakeBatchNorm = (readingId: string) => fakeQuestion("batch-norm", "batchNormFlops", readingId);

/** A student's function of the two sizes. */
const count = (formula: (b: number, n: number) => number | bigint | string) => (x: Tensor) => {
  const [b = 0, n = 0] = x.shape;
  return formula(b, n);
};

const judge = (formula: (b: number, n: number) => number | bigint | string, seed = "test") =>
  judgePartOf([question], { softmaxFlops: count(formula) }, { seed });

test.each<[string, string, (b: number, n: number) => number]>([
  ["definition", "2", (b, n) => b * (45 * n - 1)],
  ["n-additions", "2", (b, n) => 45 * b * n],
  ["reciprocal", "2", (b, n) => b * (42 * n + 3)],
  ["reciprocal-n-additions", "2", (b, n) => b * (42 * n + 4)],
  ["maximum", "2", (b, n) => b * (46 * n - 1)],
  ["maximum-n-additions", "2", (b, n) => 46 * b * n],
  ["maximum-reciprocal", "2", (b, n) => b * (43 * n + 3)],
  ["maximum-reciprocal-n-additions", "2", (b, n) => b * (43 * n + 4)],
  ["maximum-counted", "2", (b, n) => b * (47 * n - 2)],
  ["maximum-counted-n-additions", "2", (b, n) => 47 * b * n],
  ["maximum-counted-reciprocal", "2", (b, n) => b * (44 * n + 2)],
  ["maximum-counted-reciprocal-n-additions", "2", (b, n) => b * (44 * n + 4)],
  ["maximum-counted-once-from-zero", "2", (b, n) => b * (47 * n - 1)],
  ["maximum-counted-reciprocal-once-from-zero", "2", (b, n) => b * (44 * n + 3)],
  ["division-of-one", "2", (b, n) => b * (42 * n - 1)],
  ["division-of-one-n-additions", "2", (b, n) => 42 * b * n],
  ["division-of-one-maximum", "2", (b, n) => b * (43 * n - 1)],
  ["division-of-one-maximum-n-additions", "2", (b, n) => 43 * b * n],
  ["two-per-entry", "0", (b, n) => 2 * b * n],
  ["one-per-entry", "0", (b, n) => b * n],
  ["divisions-forgotten", "1", (b, n) => b * (41 * n - 1)],
  ["divisions-forgotten-n-additions", "1", (b, n) => 41 * b * n],
  ["one-division-per-row", "1", (b, n) => b * (41 * n + 3)],
  ["one-division-per-row-n-additions", "1", (b, n) => b * (41 * n + 4)],
  ["additions-forgotten", "1", (b, n) => 44 * b * n],
  ["only-exponentials", "0.5", (b, n) => 40 * b * n],
  ["exponentials-twice", "1", (b, n) => b * (85 * n - 1)],
  ["sum-for-every-output", "1", (b, n) => b * n * (41 * n + 3)],
  ["everything-for-every-output", "0.5", (b, n) => b * n * (41 * n + 43)],
  ["sum-for-every-output-n-additions", "1", (b, n) => b * n * (41 * n + 4)],
  ["sum-for-every-output-division-of-one", "1", (b, n) => b * n * 41 * n],
  ["sum-for-every-output-division-of-one-n-additions", "1", (b, n) => b * n * (41 * n + 1)],
  ["everything-for-every-output-n-additions", "0.5", (b, n) => b * n * (41 * n + 44)],
  ["everything-for-every-output-division-of-one", "0.5", (b, n) => b * n * (41 * n + 40)],
  ["everything-for-every-output-division-of-one-n-additions", "0.5", (b, n) => b * n * (41 * n + 41)],
  ["exponential-as-one-n-additions", "0.5", (b, n) => b * 3 * n],
  ["exponential-as-one-maximum", "0.5", (b, n) => b * (4 * n - 1)],
  ["exponential-as-one-maximum-n-additions", "0.5", (b, n) => b * 4 * n],
  ["exponential-as-one-division-of-4-n-additions", "0.5", (b, n) => b * 6 * n],
  ["exponential-as-one-division-of-4-maximum", "0.5", (b, n) => b * (7 * n - 1)],
  ["exponential-as-one-division-of-4-maximum-n-additions", "0.5", (b, n) => b * 7 * n],
  ["exponential-as-one", "0.5", (b, n) => b * (3 * n - 1)],
  ["exponential-as-one-division-of-4", "0.5", (b, n) => b * (6 * n - 1)],
  ["library-rule-without-batch", "0.5", (_, n) => 3 * n - 1],
  ["batch-forgotten", "1", (_, n) => 45 * n - 1],
  ["batch-forgotten-maximum-reciprocal", "1", (_, n) => 43 * n + 3],
  ["columns-normalised", "1", (b, n) => n * (45 * b - 1)],
  ["whole-matrix", "1.5", (b, n) => 45 * b * n - 1],
  ["whole-matrix-reciprocal-n-additions", "1.5", (b, n) => 42 * b * n + 4],
])("%s is recognised and earns %s", (id, points, formula) => {
  for (const seed of ["one", "two", "three"]) {
    const verdict = judge(formula, seed);
    expect(nameFinding(verdict)).toBe(`reading:${id}`);
    expect(verdict.points).toBe(points);
  }
});

/** Per value and per row: what each accepted way takes, by hand, with a division of 4 and of 1. */
const divisionsOfFour: Readonly<Record<string, readonly [perValue: number, perRow: number]>> = {
  "": [45, -1],
  "n-additions": [45, 0],
  reciprocal: [42, 3],
  "reciprocal-n-additions": [42, 4],
  maximum: [46, -1],
  "maximum-n-additions": [46, 0],
  "maximum-reciprocal": [43, 3],
  "maximum-reciprocal-n-additions": [43, 4],
  "maximum-counted": [47, -2],
  "maximum-counted-n-additions": [47, 0],
  "maximum-counted-reciprocal": [44, 2],
  "maximum-counted-reciprocal-n-additions": [44, 4],
  "maximum-counted-once-from-zero": [47, -1],
  "maximum-counted-reciprocal-once-from-zero": [44, 3],
};
const divisionsOfOne: typeof divisionsOfFour = {
  "": [42, -1],
  "n-additions": [42, 0],
  "reciprocal-n-additions": [42, 1],
  maximum: [43, -1],
  "maximum-n-additions": [43, 0],
  "maximum-reciprocal-n-additions": [43, 1],
  "maximum-counted": [44, -2],
  "maximum-counted-reciprocal": [44, -1],
  "maximum-counted-reciprocal-n-additions": [44, 1],
};
const joinParts = (...parts: readonly string[]) => parts.filter((part) => part !== "").join("-");

describe.each<[string, string, (b: number, n: number, perValue: number, perRow: number) => number]>([
  ["exponentials-twice", "1", (b, n, perValue, perRow) => b * ((perValue + 40) * n + perRow)],
  ["whole-matrix", "1.5", (b, n, perValue, perRow) => perValue * b * n + perRow],
  ["columns-normalised", "1", (b, n, perValue, perRow) => n * (perValue * b + perRow)],
  ["batch-forgotten", "1", (_, n, perValue, perRow) => perValue * n + perRow],
])("%s earns %s whatever else is counted", (family, points, formula) => {
  const needsRows = family === "whole-matrix" || family === "columns-normalised";
  test.each([
    ["", divisionsOfFour],
    ["division-of-one", divisionsOfOne],
  ])("with divisions %p", (divisions, ways) => {
    for (const [id, [perValue, perRow]] of Object.entries(ways)) {
      if (needsRows && perRow === 0) continue;
      for (const seed of ["one", "two", "three"]) {
        const verdict = judge((b, n) => formula(b, n, perValue, perRow), seed);
        expect(nameFinding(verdict)).toBe(`reading:${joinParts(family, divisions, id)}`);
        expect(verdict.points).toBe(points);
      }
    }
  });
});

test.each([
  ["division-of-one", "nothing", "2"],
  ["own-division-cost", "division-counted-once", "2"],
  ["division-of-one-unremarked", "literal", "1.5"],
])(
  "%s: every way to count with a division of 1 after %s in batch norm earns %s",
  (prefix, batchNorm, points) => {
    const before = prefix === "division-of-one" ? [] : [fakeBatchNorm(batchNorm)];
    for (const [id, [perValue, perRow]] of Object.entries(divisionsOfOne)) {
      for (const seed of ["one", "two", "three"]) {
        const softmaxFlops = count((b, n) => b * (perValue * n + perRow));
        const verdict = judgePartOf(
          [...before, question],
          { batchNormFlops: () => batchNorm, softmaxFlops },
          { seed },
        );
        expect(nameFinding(verdict)).toBe(`reading:${joinParts(prefix, id)}`);
        expect(verdict.points).toBe(points);
      }
    }
  },
);

describe("on the notebook's (4, 32)", () => {
  const [part] = question.parts as readonly CallPart<Tensor, bigint>[];
  const input: Tensor = { shape: [4, 32], data: new Float32Array(4 * 32) };

  test.each<[string, number]>([
    ["definition", 5756],
    ["n-additions", 5760],
    ["reciprocal", 5388],
    ["reciprocal-n-additions", 5392],
    ["maximum", 5884],
    ["maximum-n-additions", 5888],
    ["maximum-reciprocal", 5516],
    ["maximum-reciprocal-n-additions", 5520],
    ["maximum-counted", 6008],
    ["maximum-counted-n-additions", 6016],
    ["maximum-counted-once-from-zero", 6012],
    ["division-of-one", 5372],
    ["division-of-one-n-additions", 5376],
    ["division-of-one-maximum", 5500],
    ["division-of-one-maximum-n-additions", 5504],
    ["two-per-entry", 256],
    ["divisions-forgotten", 5244],
    ["one-division-per-row", 5260],
    ["additions-forgotten", 5632],
    ["only-exponentials", 5120],
    ["exponentials-twice", 10_876],
    ["sum-for-every-output", 168_320],
    ["everything-for-every-output", 173_440],
    ["exponential-as-one", 380],
    ["batch-forgotten", 1439],
    ["columns-normalised", 5728],
    ["whole-matrix", 5759],
    ["one-per-entry", 128],
  ])("%s takes %d", (id, expected) => {
    const reading = part?.readings.find((one) => one.id === id);
    expect(reading && "answer" in reading ? reading.answer(input, nothingEarlier) : undefined).toBe(
      BigInt(expected),
    );
  });
});

describe("what earns nothing", () => {
  test.each<[string, (b: number, n: number) => number]>([
    ["the notebook's number, hard-coded", () => 5756],
    ["two percent off, as without the sum", (b, n) => Math.round(b * (45 * n - 1) * 0.98)],
    ["one off", (b, n) => b * (45 * n - 1) + 1],
    ["quadratic", (b, n) => 45 * b * n * n],
  ])("%s", (_, formula) => {
    expect(nameFinding(judge(formula))).toBe("unexplained");
  });
});

test("numbers, bigints and decimal strings count the same", () => {
  expect(judge((b, n) => BigInt(b * (45 * n - 1))).points).toBe("2");
  expect(judge((b, n) => String(b * (45 * n - 1))).points).toBe("2");
});
