import type { PReLULinear, Tensor } from "../../contract/value";
import { fakeQuestion } from "../../testing/fake-question";
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

const entries = (x: Tensor) => x.data.length;
const biases = (x: Tensor, m: PReLULinear) => rowsOf(x) * m.outFeatures;
const countNegative = (x: Tensor) => x.data.filter((value) => value < 0).length;
const countPositive = (x: Tensor) => x.data.filter((value) => value > 0).length;

test.each<[string, string, ModelFlops]>([
  ["two-per-mac", "1", (x, m) => linear(x, m) + countNonPositive(x)],
  ["upper-bound", "1", (x, m) => linear(x, m) + entries(x)],
  ["upper-bound-unless-positive", "1", (x, m) => linear(x, m) + (countNonPositive(x) > 0 ? entries(x) : 0)],
  ["expectation", "1", (x, m) => linear(x, m) + entries(x) / 2],
  ["expectation-cut", "1", (x, m) => linear(x, m) + Math.floor(entries(x) / 2)],
  ["expectation-rounded-up", "1", (x, m) => linear(x, m) + Math.round(entries(x) / 2)],
  ["exact-additions", "1", (x, m) => exact(x, m) + countNonPositive(x)],
  ["exact-additions+upper-bound", "1", (x, m) => exact(x, m) + entries(x)],
  ["exact-additions+expectation", "1", (x, m) => exact(x, m) + entries(x) / 2],
  ["strictly-negative", "0.75", (x, m) => linear(x, m) + countNegative(x)],
  ["strictly-negative", "0.75", (x, m) => exact(x, m) + countNegative(x)],
  ["mac-as-one", "0.5", (x, m) => linear(x, m) / 2 + countNonPositive(x)],
  ["mac-as-one", "0.5", (x, m) => linear(x, m) / 2 + entries(x)],
  ["mac-as-one", "0.5", (x, m) => (linear(x, m) + entries(x)) / 2],
  ["mac-as-one+strictly-negative", "0.375", (x, m) => linear(x, m) / 2 + countNegative(x)],
  ["mac-as-one+prelu-omitted", "0.25", (x, m) => linear(x, m) / 2],
  ["mac-as-one+with-bias", "0.25", (x, m) => linear(x, m) / 2 + biases(x, m) + countNonPositive(x)],
  ["mac-as-one+two-per-entry", "0.25", (x, m) => linear(x, m) / 2 + 2 * entries(x)],
  ["mac-as-one+batch-ignored", "0.125", (x, m) => linear(x, m) / 2 / rowsOf(x) + countNonPositive(x)],
  ["prelu-omitted", "0.5", linear],
  ["prelu-omitted", "0.5", exact],
  ["prelu-omitted+batch-ignored", "0.125", (x, m) => linear(x, m) / rowsOf(x)],
  ["with-bias+prelu-omitted", "0.25", (x, m) => linear(x, m) + biases(x, m)],
  ["with-bias", "0.5", (x, m) => linear(x, m) + biases(x, m) + countNonPositive(x)],
  ["with-bias", "0.5", (x, m) => linear(x, m) + biases(x, m) + entries(x)],
  ["bias-as-mac", "0.5", (x, m) => linear(x, m) + 2 * biases(x, m) + countNonPositive(x)],
  ["with-bias+strictly-negative", "0.375", (x, m) => linear(x, m) + biases(x, m) + countNegative(x)],
  ["inverted", "0.5", (x, m) => linear(x, m) + countPositive(x)],
  ["two-per-entry", "0.5", (x, m) => linear(x, m) + 2 * entries(x)],
  ["two-per-entry", "0.5", (x, m) => exact(x, m) + 2 * entries(x)],
  ["comparison-counted", "0.5", (x, m) => linear(x, m) + entries(x) + countNonPositive(x)],
  ["two-operations", "0.5", (x, m) => linear(x, m) + 2 * countNonPositive(x)],
  ["batch-ignored", "0.25", (x, m) => linear(x, m) / rowsOf(x) + countNonPositive(x)],
  ["batch-ignored", "0.25", (x, m) => linear(x, m) / rowsOf(x) + entries(x)],
  ["batch-ignored", "0.25", (x, m) => exact(x, m) / rowsOf(x) + entries(x) / 2],
  ["batch-ignored-throughout", "0.25", (x, m) => linear(x, m) / rowsOf(x) + countInFirstRow(x, m)],
  ["batch-ignored-throughout", "0.25", (x, m) => (linear(x, m) + entries(x)) / rowsOf(x)],
  ["batch-ignored-throughout", "0.25", (x, m) => exact(x, m) / rowsOf(x) + m.inFeatures / 2],
  ["sizes-added", "0", (x, m) => 2 * rowsOf(x) * (m.inFeatures + m.outFeatures) + countNonPositive(x)],
  ["prelu-only", "0", countNonPositive],
])("%s is recognised and earns %s", (id, points, modelFlops) => {
  for (const seed of ["one", "two", "three"]) {
    // Not the function that the question on PReLU is about: nothing is carried from it.
    const verdict = judge(modelFlops, () => undefined, seed);
    expect([nameFinding(verdict), verdict.points]).toEqual([`reading:${id}`, points]);
  }
});

describe("error carried forward from the PReLU", () => {
  test.each<[string, PreluFlops, string, string]>([
    ["the notebook's 2bn", (x) => 2 * x.data.length, "own-prelu", "1"],
    ["the condition inverted", (x) => x.data.filter((value) => value > 0).length, "own-prelu", "1"],
    [
      "the condition inverted, zeros too",
      (x) => x.data.filter((value) => value >= 0).length,
      "own-prelu",
      "1",
    ],
    ["an unlisted count", (x) => 5 * countNonPositive(x) + 3 * x.data.length, "own-prelu", "1"],
    ["zero, as for ReLU", () => 0, "prelu-omitted", "0.5"],
    ["a constant", () => 64, "unexplained", "0"],
  ])("%s", (_, preluFlops, id, points) => {
    const verdict = judge((x, m) => linear(x, m) + Number(preluFlops(x)), preluFlops);
    expect(nameFinding(verdict).replace("reading:", "")).toBe(id);
    expect(verdict.points).toBe(points);
  });

  test("a PReLU that drowns the linear layer, or was right elsewhere, carries nothing", () => {
    const drowning: PreluFlops = (x) => 1e300 * x.data.length;
    expect(judge((x, m) => linear(x, m) + Number(drowning(x)), drowning).points).toBe("0");
    const own: PreluFlops = (x) => 7 * countNonPositive(x) + x.data.length;
    const implementation = {
      preluFlops: own,
      preluReading: () => "non-positive",
      modelFlops: (x: Tensor, m: PReLULinear) => linear(x, m) + Number(own(x)),
    };
    const prelu = fakeQuestion("prelu", "preluReading", "non-positive");
    expect(judgePartOf([question], implementation).points).toBe("1");
    expect(judgePartOf([prelu, question], implementation).points).toBe("0");
  });

  test("the assignment's own 4224 is full marks where the PReLU gave 128", () => {
    const preluFlops: PreluFlops = (x) => 2 * x.data.length;
    const x = { shape: [1, 64], data: new Float32Array(64) };
    expect(linear(x, { inFeatures: 64, outFeatures: 32 }) + Number(preluFlops(x))).toBe(4224);
  });

  test.each<[string, string, (x: Tensor, m: PReLULinear) => number]>([
    ["exact-additions+own-prelu", "1", exact],
    ["mac-as-one", "0.5", (x, m) => linear(x, m) / 2],
    ["with-bias", "0.5", (x, m) => linear(x, m) + biases(x, m)],
    ["batch-ignored", "0.25", (x, m) => linear(x, m) / rowsOf(x)],
    ["batch-ignored", "0.25", (x, m) => exact(x, m) / rowsOf(x)],
    ["mac-as-one+batch-ignored", "0.125", (x, m) => linear(x, m) / 2 / rowsOf(x)],
    ["sizes-added", "0", (x, m) => 2 * rowsOf(x) * (m.inFeatures + m.outFeatures)],
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
