/** Values with few digits: how they were rounded, and under which seed, moves no mark. */
import type { PReLULinear } from "../../contract/value";
import { judgePartOf } from "../../testing/judge-implementation";
import { listFailedChecks } from "../../testing/public-checks";
import { question } from "./question";

type Round = (value: number) => number;

const cut = (how: Round, decimals: number): Round => {
  const scale = 10 ** decimals;
  return (value) => how(value * scale) / scale;
};
const ways = { rounded: Math.round, "cut off": Math.floor, "rounded up": Math.ceil };
const seeds = Array.from({ length: 4 }, (_, at) => `seed ${at}`);

const intensity = (share: number, flops: number) => (b: number, m: PReLULinear) => {
  const { inFeatures: n, outFeatures: o } = m;
  return (b * n * (flops * o + share)) / (4 * (b * (3 * n + o) + n * o + 1));
};
const right = [0, 0.5, 1].map((share) => intensity(share, 2));

const draw = (at: (b: number, m: PReLULinear) => number, round: Round) => {
  const intensityCurve = (sizes: readonly number[], m: PReLULinear) => sizes.map((b) => round(at(b, m)));
  const intensityPlot = (sizes: readonly number[], m: PReLULinear) => ({
    data: { values: intensityCurve(sizes, m).map((y, index) => ({ b: sizes[index], y })) },
    mark: "line",
    encoding: { x: { field: "b", title: "batch size" }, y: { field: "y", title: "FLOP per byte" } },
  });
  return { intensityCurve, intensityPlot };
};

/** The marks under all seeds. */
function listPoints(part: "curve" | "plot", implementation: Partial<ReturnType<typeof draw>>): Set<string> {
  return new Set(seeds.map((seed) => judgePartOf([question], implementation, { seed, part }).points));
}

describe.each(Object.entries(ways))("%s", (_, how) => {
  test.each([
    [2, "1"],
    [3, "1"],
    [1, "0.5"],
  ])("to %d decimals, the curve earns %s", (decimals, points) => {
    for (const at of right)
      expect(listPoints("curve", draw(at, cut(how, decimals)))).toEqual(new Set([points]));
  });

  test.each([1, 2])("to %d decimals, a chart by itself, and beside the exact curve, is right", (decimals) => {
    for (const at of right) {
      const { intensityCurve } = draw(at, (value) => value);
      const { intensityPlot } = draw(at, cut(how, decimals));
      expect(listPoints("plot", { intensityPlot })).toEqual(new Set(["1"]));
      expect(listPoints("plot", { intensityCurve, intensityPlot })).toEqual(new Set(["1"]));
      expect(listFailedChecks(question, { intensityCurve, intensityPlot })).toEqual([]);
    }
  });

  test("a slip keeps its mark in a chart of one decimal", () => {
    const { intensityPlot } = draw(intensity(0.5, 1), cut(how, 1));
    expect(listPoints("plot", { intensityPlot })).toEqual(new Set(["0.5"]));
  });
});

test("two digits of every value tell the chart as well, and half of the curve", () => {
  const digits: Round = (value) => Number(value.toPrecision(2));
  for (const at of right) {
    const { intensityCurve, intensityPlot } = draw(at, digits);
    expect(listPoints("curve", { intensityCurve })).toEqual(new Set(["0.5"]));
    expect(listPoints("plot", { intensityPlot })).toEqual(new Set(["1"]));
  }
});

test("whole numbers tell no curve", () => {
  const { intensityCurve, intensityPlot } = draw(intensity(0.5, 2), Math.round);
  expect(listPoints("curve", { intensityCurve })).toEqual(new Set(["0"]));
  expect(listPoints("plot", { intensityPlot })).toEqual(new Set(["0"]));
});
