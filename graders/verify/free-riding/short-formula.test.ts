/** A short formula of one's own carries in full into everything that is built on it, also where few inputs are asked. */
import type { PReLULinear, Tensor } from "../../contract/value";
import { bytesOf, countNonPositive, type Gpu, judge, macs, searchBatch, seeds } from "../../testing/attempts";
import type { Implementation } from "../../testing/judge-implementation";

interface Costs {
  readonly perMac: number;
  readonly perNegative: number;
}

/** A whole file of what follows from a PReLU and a linear layer that cost so much. */
function buildOn({ perMac, perNegative }: Costs): Implementation {
  const bytes = bytesOf(4);
  const preluFlops = (x: Tensor) => perNegative * countNonPositive(x);
  const modelFlops = (x: Tensor, m: PReLULinear) => perMac * macs(x, m) + preluFlops(x);
  const expected = (b: number, { inFeatures: i, outFeatures: o }: PReLULinear) =>
    b * (perMac * i * o + (perNegative * i) / 2);
  const intensityCurve = (sizes: readonly number[], m: PReLULinear) =>
    sizes.map((b) => expected(b, m) / bytes(b, m));
  return {
    preluFlops,
    modelFlops,
    modelBytes: bytes,
    boundBy: (x: Tensor, m: PReLULinear, { peakFlops, bandwidth }: Gpu) =>
      modelFlops(x, m) / bytes(x.shape[0] ?? 0, m) >= peakFlops / bandwidth ? "compute" : "memory",
    intensityCurve,
    intensityPlot: (sizes: readonly number[], m: PReLULinear) => ({
      data: { values: intensityCurve(sizes, m).map((ai, at) => ({ batch: sizes[at], ai })) },
      mark: "line",
      encoding: {
        x: { field: "batch", type: "quantitative", title: "batch size" },
        y: { field: "ai", type: "quantitative", title: "FLOP per byte" },
      },
    }),
    optimalBatchSize: searchBatch(expected, bytes),
  };
}

const questions = ["prelu", "model-flops", "model-bytes", "bound", "intensity-plot", "optimal-batch"];

const costsOfTwo: readonly (readonly [Costs, Costs])[] = [
  [
    { perMac: 3, perNegative: 1 },
    { perMac: 3, perNegative: 4 },
  ],
  [
    { perMac: 4, perNegative: 1 },
    { perMac: 2, perNegative: 3 },
  ],
];

// Each formula under two of the seeds.
describe.each([...seeds, "a", "b"].map((seed, at) => [seed, costsOfTwo[at % 2] ?? []] as const))(
  "under seed %s",
  (seed, costs) => {
    test.each(costs)("%j carry in full", (costs) => {
      const got = judge(questions, () => buildOn(costs), seed);
      expect([got.bound, got["intensity-plot"], got["optimal-batch"]]).toEqual([
        "1 graded",
        "2 graded",
        "1 graded",
      ]);
    });

    test("FLOP that are no formula carry half into the bound, and no size of elements is told in their place", () => {
      const jumpy = (m: PReLULinear) => 4 + ((m.inFeatures * 7 + m.outFeatures) % 2) / 64;
      const modelFlops = (x: Tensor, m: PReLULinear) => Math.round(jumpy(m) * macs(x, m));
      const boundBy = (x: Tensor, m: PReLULinear, { peakFlops, bandwidth }: Gpu) =>
        modelFlops(x, m) / bytesOf(4)(x.shape[0] ?? 0, m) >= peakFlops / bandwidth ? "compute" : "memory";
      const got = judge(
        ["model-flops", "model-bytes", "bound"],
        () => ({ ...buildOn({ perMac: 4, perNegative: 1 }), modelFlops, boundBy }),
        seed,
      );
      expect(got.bound).toBe("0.5 pending_manual");
    });
  },
);
