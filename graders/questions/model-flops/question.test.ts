import type { PReLULinear, Tensor } from "../../contract/value";
import { judgePartOf, nameFinding } from "../../testing/judge-implementation";
import { sayCame } from "../../testing/say";
import { question } from "./question";

type ModelFlops = (x: Tensor, model: PReLULinear) => unknown;
type PreluFlops = (x: Tensor) => unknown;
const countNonPositive = (x: Tensor) => x.data.filter((value) => !(value > 0)).length;
const judge = (modelFlops: ModelFlops, preluFlops: PreluFlops = countNonPositive, seed = "test") =>
  judgePartOf([question], { modelFlops, preluFlops }, { seed });

/** One output at a time: n products, and their sum. */
function countLinear(x: Tensor, { inFeatures, outFeatures }: PReLULinear, additionsPerSum: number): number {
  const [rows = 0] = x.shape;
  let flops = 0;
  for (let output = 0; output < rows * outFeatures; output++) flops += inFeatures + additionsPerSum;
  return flops;
}
const linear: (x: Tensor, m: PReLULinear) => number = (x, m) => countLinear(x, m, m.inFeatures);
const exact: (x: Tensor, m: PReLULinear) => number = (x, m) => countLinear(x, m, m.inFeatures - 1);
const countInFirstRow = (x: Tensor, m: PReLULinear) =>
  [...x.data].slice(0, m.inFeatures).filter((value) => value <= 0).length;
const rowsOf = (x: Tensor) => x.shape[0] ?? 0;

test.each<[string, string, ModelFlops]>([
  ["two-per-mac", "1", (x, m) => linear(x, m) + countNonPositive(x)],
  ["two-per-mac-upper-bound", "1", (x, m) => linear(x, m) + x.data.length],
  ["two-per-mac-expected", "1", (x, m) => linear(x, m) + x.data.length / 2],
  ["two-per-mac-expected", "1", (x, m) => linear(x, m) + Math.floor(x.data.length / 2)],
  ["exact-additions", "1", (x, m) => exact(x, m) + countNonPositive(x)],
  ["exact-additions-upper-bound", "1", (x, m) => exact(x, m) + x.data.length],
  ["exact-additions-expected", "1", (x, m) => exact(x, m) + x.data.length / 2],
  ["zeros-kept", "0.75", (x, m) => linear(x, m) + x.data.filter((value) => value < 0).length],
  ["mac-as-one", "0.5", (x, m) => linear(x, m) / 2 + countNonPositive(x)],
  ["mac-as-one-upper-bound", "0.5", (x, m) => linear(x, m) / 2 + x.data.length],
  ["prelu-omitted", "0.5", linear],
  ["prelu-omitted-exact-additions", "0.5", exact],
  ["with-bias", "0.5", (x, m) => linear(x, m) + rowsOf(x) * m.outFeatures + countNonPositive(x)],
  ["batch-ignored", "0.25", (x, m) => linear(x, m) / rowsOf(x) + countNonPositive(x)],
  ["batch-ignored-upper-bound", "0.25", (x, m) => linear(x, m) / rowsOf(x) + x.data.length],
  ["batch-ignored-expected", "0.25", (x, m) => linear(x, m) / rowsOf(x) + x.data.length / 2],
  ["batch-ignored-exact-additions", "0.25", (x, m) => exact(x, m) / rowsOf(x) + countNonPositive(x)],
  ["batch-ignored-exact-additions-upper-bound", "0.25", (x, m) => exact(x, m) / rowsOf(x) + x.data.length],
  ["batch-ignored-exact-additions-expected", "0.25", (x, m) => exact(x, m) / rowsOf(x) + x.data.length / 2],
  ["batch-ignored-throughout", "0.25", (x, m) => linear(x, m) / rowsOf(x) + countInFirstRow(x, m)],
  ["batch-ignored-throughout-upper-bound", "0.25", (x, m) => (linear(x, m) + x.data.length) / rowsOf(x)],
  ["batch-ignored-throughout-expected", "0.25", (x, m) => linear(x, m) / rowsOf(x) + m.inFeatures / 2],
  [
    "batch-ignored-throughout-exact-additions",
    "0.25",
    (x, m) => exact(x, m) / rowsOf(x) + countInFirstRow(x, m),
  ],
  [
    "batch-ignored-throughout-exact-additions-upper-bound",
    "0.25",
    (x, m) => exact(x, m) / rowsOf(x) + m.inFeatures,
  ],
  [
    "batch-ignored-throughout-exact-additions-expected",
    "0.25",
    (x, m) => exact(x, m) / rowsOf(x) + m.inFeatures / 2,
  ],
  ["mac-as-one-expected", "0.5", (x, m) => linear(x, m) / 2 + x.data.length / 2],
  ["mac-as-one-prelu-omitted", "0.25", (x, m) => linear(x, m) / 2],
  ["sizes-added", "0", (x, m) => 2 * rowsOf(x) * (m.inFeatures + m.outFeatures) + countNonPositive(x)],
  ["sizes-added-once", "0", (_, m) => 2 * (m.inFeatures + m.outFeatures)],
  ["prelu-only", "0", countNonPositive],
])("%s is recognised and earns %s", (id, points, modelFlops) => {
  for (const seed of ["one", "two", "three"]) {
    const verdict = judge(modelFlops, countNonPositive, seed);
    expect([nameFinding(verdict), verdict.points]).toEqual([`reading:${id}`, points]);
  }
});

describe("error carried forward from the PReLU", () => {
  test.each<[string, PreluFlops, string, string]>([
    ["the notebook's 2bn", (x) => 2 * x.data.length, "two-per-mac-own-prelu", "1"],
    [
      "the condition inverted",
      (x) => x.data.filter((value) => value > 0).length,
      "two-per-mac-own-prelu",
      "1",
    ],
    [
      "the condition inverted, zeros too",
      (x) => x.data.filter((value) => value >= 0).length,
      "two-per-mac-own-prelu",
      "1",
    ],
    ["an unlisted count", (x) => 5 * countNonPositive(x) + 3 * x.data.length, "two-per-mac-own-prelu", "1"],
    ["zero, as for ReLU", () => 0, "prelu-omitted", "0.5"],
    ["a constant", () => 64, "unexplained", "0"],
  ])("%s", (_, preluFlops, id, points) => {
    const verdict = judge((x, m) => linear(x, m) + Number(preluFlops(x)), preluFlops);
    expect(nameFinding(verdict).replace("reading:", "")).toBe(id);
    expect(verdict.points).toBe(points);
  });

  test("the assignment's own 4224 is full marks where the PReLU gave 128", () => {
    const preluFlops: PreluFlops = (x) => 2 * x.data.length;
    const x = { shape: [1, 64], data: new Float32Array(64) };
    expect(linear(x, { inFeatures: 64, outFeatures: 32 }) + Number(preluFlops(x))).toBe(4224);
  });

  test.each<[string, string, (x: Tensor, m: PReLULinear) => number]>([
    ["exact-additions-own-prelu", "1", exact],
    ["mac-as-one-own-prelu", "0.5", (x, m) => linear(x, m) / 2],
    ["with-bias-own-prelu", "0.5", (x, m) => linear(x, m) + rowsOf(x) * m.outFeatures],
    ["batch-ignored-own-prelu", "0.25", (x, m) => linear(x, m) / rowsOf(x)],
    ["batch-ignored-exact-additions-own-prelu", "0.25", (x, m) => exact(x, m) / rowsOf(x)],
    ["sizes-added-own-prelu", "0", (x, m) => 2 * rowsOf(x) * (m.inFeatures + m.outFeatures)],
  ])("%s earns %s: what the linear layer costs is judged all the same", (id, points, count) => {
    const preluFlops: PreluFlops = (x) => 2 * x.data.length;
    for (const seed of ["one", "two", "three"]) {
      const verdict = judge((x, m) => count(x, m) + Number(preluFlops(x)), preluFlops, seed);
      expect([nameFinding(verdict), verdict.points]).toEqual([`reading:${id}`, points]);
    }
  });
});

test.each<[string, ModelFlops]>([
  ["bigints", (x, m) => BigInt(linear(x, m) + countNonPositive(x))],
  ["decimal strings", (x, m) => String(linear(x, m) + countNonPositive(x))],
])("%s are as good as numbers", (_, modelFlops) => {
  expect(judge(modelFlops).points).toBe("1");
});

test.each([4128, 4160, 0])("%p alone, hard-coded, earns nothing", (value) => {
  expect(judge(() => value).points).toBe("0");
});

test("NaN is of the wrong form", () => {
  expect(sayCame(judge(() => Number.NaN).finding)).toBe("NaN");
});

test("public checks hold for a right answer and fail for NaN", () => {
  for (const check of question.publicChecks) {
    const answers = check.calls.map(({ args }) => {
      const [x, m] = args as [Tensor, PReLULinear];
      return linear(x, m) + countNonPositive(x);
    });
    expect(check.findMismatch(answers)).toBeNull();
    expect(check.findMismatch(answers.map(() => Number.NaN))).not.toBeNull();
  }
});
