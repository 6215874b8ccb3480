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

/** What each way of counting takes for (b, n), and on the notebook's (4, 32). */
test.each<[string, string, (b: number, n: number) => number, number]>([
  ["definition", "2", (b, n) => b * (45 * n - 1), 5756],
  ["n-additions", "2", (b, n) => 45 * b * n, 5760],
  ["reciprocal", "2", (b, n) => b * (42 * n + 3), 5388],
  ["n-additions+reciprocal", "2", (b, n) => b * (42 * n + 4), 5392],
  ["maximum", "2", (b, n) => b * (46 * n - 1), 5884],
  ["n-additions+maximum", "2", (b, n) => 46 * b * n, 5888],
  ["reciprocal+maximum", "2", (b, n) => b * (43 * n + 3), 5516],
  ["n-additions+reciprocal+maximum", "2", (b, n) => b * (43 * n + 4), 5520],
  ["maximum-counted", "2", (b, n) => b * (47 * n - 2), 6008],
  ["n-additions+maximum-counted-from-zero", "2", (b, n) => 47 * b * n, 6016],
  ["maximum-counted-from-zero", "2", (b, n) => b * (47 * n - 1), 6012],
  ["reciprocal+maximum-counted", "2", (b, n) => b * (44 * n + 2), 5640],
  ["division-of-one", "2", (b, n) => b * (42 * n - 1), 5372],
  ["n-additions+division-of-one", "2", (b, n) => 42 * b * n, 5376],
  ["division-of-one+maximum", "2", (b, n) => b * (43 * n - 1), 5500],
  ["n-additions+division-of-one+maximum", "2", (b, n) => 43 * b * n, 5504],
  ["two-per-entry", "0", (b, n) => 2 * b * n, 256],
  ["one-per-entry", "0", (b, n) => b * n, 128],
  ["divisions-forgotten", "1", (b, n) => b * (41 * n - 1), 5244],
  ["one-division-per-row", "1", (b, n) => b * (41 * n + 3), 5260],
  ["additions-forgotten", "1", (b, n) => 44 * b * n, 5632],
  ["additions-forgotten+divisions-forgotten", "0.5", (b, n) => 40 * b * n, 5120],
  ["exponentials-twice", "1", (b, n) => b * (85 * n - 1), 10_876],
  ["sum-for-every-output", "1", (b, n) => b * n * (41 * n + 3), 168_320],
  ["everything-for-every-output", "0.5", (b, n) => b * n * (41 * n + 43), 173_440],
  ["sum-for-every-output", "1", (b, n) => b * (n * (41 * n + 3) + n), 168_448],
  ["sum-for-every-output", "1", (b, n) => b * (n * (41 * n + 3) + 2 * n - 1), 168_572],
  ["sum-added-for-every-output", "1", (b, n) => b * n * (43 + n), 9600],
  ["sum-and-shift-for-every-output", "1", (b, n) => b * n * (42 * n + 3), 172_416],
  ["sum-and-maximum-for-every-output", "1", (b, n) => b * n * (43 * n + 2), 176_384],
  ["everything-and-shift-for-every-output", "0.5", (b, n) => b * n * (42 * n + 44), 177_664],
  ["sum-and-shift-for-every-output+batch-forgotten", "0.5", (_, n) => n * (42 * n + 3), 43_104],
  ["divisions-forgotten+sum-for-every-output", "0.5", (b, n) => b * n * (41 * n - 1), 167_808],
  ["exponential-as-one", "0.5", (b, n) => b * (3 * n - 1), 380],
  ["exponential-as-one", "0.5", (b, n) => b * (6 * n - 1), 764],
  ["exponential-as-one+batch-forgotten", "0.5", (_, n) => 3 * n - 1, 95],
  ["batch-forgotten", "1", (_, n) => 45 * n - 1, 1439],
  ["columns-normalised", "1", (b, n) => n * (45 * b - 1), 5728],
  ["whole-matrix", "1.5", (b, n) => 45 * b * n - 1, 5759],
  ["divisions-forgotten+batch-forgotten", "0.5", (_, n) => 41 * n - 1, 1311],
  ["exponentials-twice+whole-matrix", "0.75", (b, n) => 85 * b * n - 1, 10_879],
])("%s is recognised and earns %s", (id, points, formula, onNotebook) => {
  expect(formula(4, 32)).toBe(onNotebook);
  for (const seed of ["one", "two", "three"]) {
    const verdict = judge(formula, seed);
    expect(nameFinding(verdict)).toBe(`reading:${id}`);
    expect(verdict.points).toBe(points);
  }
});

test.each([
  ["division-of-one", "nothing", "2"],
  ["own-division-cost", "division-counted-once", "2"],
  ["division-of-one-unremarked", "literal", "1.5"],
])(
  "%s: a division of 1 after %s in batch norm earns %s, however the rest is counted",
  (option, before, points) => {
    const earlier = option === "division-of-one" ? [] : [fakeBatchNorm(before)];
    const ways: readonly [perValue: number, perRow: number][] = [
      [42, -1],
      [42, 0],
      [42, 1],
      [43, -1],
      [43, 0],
      [43, 1],
      [44, -2],
      [44, -1],
    ];
    for (const [perValue, perRow] of ways) {
      const softmaxFlops = count((b, n) => b * (perValue * n + perRow));
      const verdict = judgePartOf([...earlier, question], { batchNormFlops: () => before, softmaxFlops });
      expect([perValue, perRow, nameFinding(verdict)]).toEqual([
        perValue,
        perRow,
        expect.stringContaining(option),
      ]);
      expect(verdict.points).toBe(points);
    }
  },
);

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
