/** A chart of one's own curve is right, though the curve alone could be somebody else's as well. */
import { hasPoints, listPartVerdicts } from "../../contract/recorded-question";
import type { PReLULinear, Tensor } from "../../contract/value";
import { findQuestions } from "../../testing/find-questions";
import { judgeImplementation } from "../../testing/judge-implementation";

type Curve = (sizes: readonly number[], model: PReLULinear) => readonly number[];

const draw =
  (curve: Curve) =>
  (sizes: readonly number[], model: PReLULinear): unknown => ({
    mark: "line",
    data: { values: curve(sizes, model).map((intensity, at) => ({ batch: sizes[at], intensity })) },
    encoding: {
      x: { field: "batch", type: "quantitative", title: "batch size" },
      y: { field: "intensity", type: "quantitative", title: "arithmetic intensity (FLOP per byte)" },
    },
  });

const countNegative = (x: Tensor): number => x.data.filter((value) => value <= 0).length;

/** Bytes beside those that are asked: a bias. */
const modelBytes = (b: number, { inFeatures: n, outFeatures: m }: PReLULinear): number =>
  4 * (b * (3 * n + m) + n * m + 1 + m);

const seeds = ["a", "b", "c", "d", "e", "f"];

test.each([
  ["none", 0],
  ["half", 0.5],
  ["all", 1],
])("a curve by own bytes, %s of the inputs multiplied, and its chart", (_, share) => {
  const intensityCurve: Curve = (sizes, model) => {
    const flops = 2 * model.inFeatures * model.outFeatures + share * model.inFeatures;
    return sizes.map((b) => (b * flops) / modelBytes(b, model));
  };
  const work = {
    preluFlops: countNegative,
    modelFlops: (x: Tensor, { inFeatures: n, outFeatures: m }: PReLULinear) =>
      2 * (x.shape[0] ?? 0) * n * m + countNegative(x),
    modelBytes,
    intensityCurve,
    intensityPlot: draw(intensityCurve),
  };
  const questions = findQuestions("prelu", "model-flops", "model-bytes", "intensity-plot");
  const earned = seeds.map((seed) => {
    const plot = judgeImplementation(questions, work, { seed }).at(-1);
    return plot !== undefined && hasPoints(plot) ? `${plot.points} ${plot.status}` : plot?.status;
  });
  expect(new Set(earned)).toEqual(new Set(["2 graded"]));
});

const countBytes: typeof modelBytes = (b, { inFeatures: n, outFeatures: m }) =>
  4 * (b * (3 * n + m) + n * m + 1);
const countFlops = ({ inFeatures: n, outFeatures: m }: PReLULinear): number => 2 * n * m + n / 2;

test.each<[string, Curve]>([
  [
    "flat, without weights",
    (sizes, { inFeatures: n, outFeatures: m }) => sizes.map(() => (2 * n * m) / (4 * (3 * n + m))),
  ],
  [
    "flat, by a formula of one's own",
    (sizes, { inFeatures: n, outFeatures: m }) => sizes.map(() => (n * m) / (n + m)),
  ],
  [
    "flat, bytes for each sample",
    (sizes, model) => sizes.map(() => countFlops(model) / countBytes(1, model)),
  ],
  [
    "falling, the FLOP of the largest batch",
    (sizes, model) => sizes.map((b) => (64 * countFlops(model)) / countBytes(b, model)),
  ],
  [
    "falling, upside down",
    (sizes, model) => sizes.map((b) => countBytes(b, model) / (b * countFlops(model))),
  ],
  [
    "proportional, the bytes of one sample",
    (sizes, model) => sizes.map((b) => (b * countFlops(model)) / countBytes(1, model)),
  ],
  [
    "proportional, the bytes of the weights",
    (sizes, model) => sizes.map((b) => (b * countFlops(model)) / (4 * model.inFeatures * model.outFeatures)),
  ],
])("a chart of a curve of a wrong shape shows that curve: %s", (_, intensityCurve) => {
  const questions = findQuestions("prelu", "model-flops", "model-bytes", "intensity-plot");
  const work = { intensityCurve, intensityPlot: draw(intensityCurve) };
  for (const seed of seeds) {
    const verdict = judgeImplementation(questions, work, { seed }).at(-1);
    const parts = verdict === undefined ? [] : listPartVerdicts(verdict);
    expect(parts.map(({ points, differing }) => [points, differing])).toEqual([
      ["0.25", undefined],
      // Of a formula that the rubric knows all of it; of one that nobody knows half, until a person has looked.
      [expect.stringMatching(/^(1|0.5)$/), undefined],
    ]);
  }
});

test("a curve that is nearly alike for all models at a batch of one is no numbers typed in", () => {
  const work = {
    preluFlops: countNegative,
    modelFlops: (x: Tensor, { inFeatures: n, outFeatures: m }: PReLULinear) =>
      (x.shape[0] ?? 0) * (n * m + 2 * n),
    modelBytes: (b: number, { inFeatures: n, outFeatures: m }: PReLULinear) => 4 * (2 * b * n + 1 + n * m),
  };
  const intensityCurve: Curve = (sizes, { inFeatures: n, outFeatures: m }) =>
    sizes.map((b) => (b * (n * m + 2 * n)) / (4 * (2 * b * n + 1 + n * m)));
  const drawn = { ...work, intensityCurve, intensityPlot: draw(intensityCurve) };
  const questions = findQuestions("prelu", "model-flops", "model-bytes", "intensity-plot");
  for (const seed of seeds) {
    const verdict = judgeImplementation(questions, drawn, { seed }).at(-1);
    expect(verdict !== undefined && "points" in verdict && verdict.points).toBe("2");
  }
});
