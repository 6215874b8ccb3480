/** A chart of one's own curve is right, though the curve alone could be somebody else's as well. */
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
    return plot !== undefined && "points" in plot ? `${plot.points} ${plot.status}` : plot?.status;
  });
  expect(new Set(earned)).toEqual(new Set(["2 graded"]));
});
