import type { PReLULinear } from "../../contract/value";
import { judgeLast } from "../../testing/judge-implementation";
import { question } from "./question";

interface Counting {
  readonly share: number;
  readonly fewerAdditions: number;
  readonly slope: number;
}

const drawCurve =
  ({ share, fewerAdditions, slope }: Counting) =>
  (batchSizes: readonly number[], { inFeatures: n, outFeatures: m }: PReLULinear) =>
    batchSizes.map((b) => {
      const flops = b * ((2 * n - fewerAdditions) * m + share * n);
      return flops / (4 * (b * (3 * n + m) + n * m + slope));
    });

const shares = { "half-multiplied": 0.5, "none-multiplied": 0, "all-multiplied": 1 };
const table = Object.entries(shares).flatMap(([name, share]) =>
  [0, 1].flatMap((fewerAdditions) =>
    [1, 0].map((slope): [string, Counting] => [
      `${name}${fewerAdditions === 1 ? "-exact-additions" : ""}${slope === 1 ? "" : "-without-slope"}`,
      { share, fewerAdditions, slope },
    ]),
  ),
);

test.each(table)("%s earns 1 in curve and plot, for every seed", (_, counting) => {
  const intensityCurve = drawCurve(counting);
  const intensityPlot = (batchSizes: readonly number[], model: PReLULinear) => ({
    data: { values: intensityCurve(batchSizes, model).map((ai, at) => ({ b: batchSizes[at], ai })) },
    mark: "line",
    encoding: { x: { field: "b", title: "batch size" }, y: { field: "ai", title: "FLOP per byte" } },
  });
  for (const seed of ["one", "two"])
    expect(judgeLast([question], { intensityCurve, intensityPlot }, { seed }).points).toBe("2");
});
