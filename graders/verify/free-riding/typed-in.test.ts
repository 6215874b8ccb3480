/** Points only for what is known: numbers that are typed in are no curve and no chart, however they are rounded. */
import type { PReLULinear, Tensor } from "../../contract/value";
import { bytesOf, countNonPositive, judge, macs, seeds } from "../../testing/attempts";
import type { Implementation } from "../../testing/judge-implementation";

type Curve = (sizes: readonly number[], m: PReLULinear) => readonly number[];

const draw = (curve: Curve) => (sizes: readonly number[], m: PReLULinear) => ({
  data: { values: curve(sizes, m).map((intensity, at) => ({ batch: sizes[at], intensity })) },
  mark: "line",
  encoding: {
    x: { field: "batch", type: "quantitative", title: "batch size" },
    y: { field: "intensity", type: "quantitative", title: "FLOP per byte" },
  },
});

const beside: Implementation = {
  preluFlops: countNonPositive,
  modelFlops: (x: Tensor, m: PReLULinear) => 2 * macs(x, m) + countNonPositive(x),
  modelBytes: bytesOf(4),
  fusedModelBytes: (b: number, m: PReLULinear) =>
    4 * (b * (m.inFeatures + m.outFeatures) + m.inFeatures * m.outFeatures + 1),
};
const ids = ["prelu", "model-flops", "model-bytes", "intensity-plot", "fused"];

function judgeCurve(seed: string, curve?: Curve) {
  const drawn =
    curve === undefined
      ? {}
      : { fusedIntensityCurve: curve, intensityPlot: draw(curve), intensityCurve: curve };
  const { fused, "intensity-plot": plot } = judge(ids, () => ({ ...beside, ...drawn }), seed);
  return { fused: Number(fused?.split(" ")[0]), plot: Number(plot?.split(" ")[0]) };
}

/** As fine as one rounds, and up to sizes that no intensity has. */
const constants = [
  0,
  ...[-3, -2, -1, 0, 1, 2].flatMap((power) => [1, 2, 3, 4, 5, 6, 8].map((one) => Number(`${one}e${power}`))),
];

describe.each(seeds.map((seed, at) => [seed, at] as const))("under seed %s", (seed, at) => {
  // Each of them under one of the seeds.
  test("a constant is no curve and no chart", () => {
    const alone = judgeCurve(seed);
    const tried = constants.filter((_, index) => index % seeds.length === at);
    const paid = tried.filter((one) => {
      const { fused, plot } = judgeCurve(seed, (sizes) => sizes.map(() => one));
      return fused > alone.fused || plot > 0;
    });
    expect(paid).toEqual([]);
  });

  test("neither are numbers that look at the batch size alone, or of which rounding leaves a digit", () => {
    const alone = judgeCurve(seed);
    // A flat curve that differs from model to model is a known slip, and worth what that is worth.
    const made: readonly Curve[] = [
      (sizes) => sizes.map((b) => (4.6 * b) / (b + 9)),
      (sizes) => sizes.map((b) => Number(((4.6 * b) / (b + 9)).toFixed(1))),
      (sizes, m) => sizes.map((_, at) => (at === 0 ? (m.outFeatures % 2) / 10 : 0)),
    ];
    for (const curve of made) {
      const { fused, plot } = judgeCurve(seed, curve);
      expect(fused).toBeLessThanOrEqual(alone.fused);
      expect(plot).toBe(0);
    }
  });
});
