import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { PReLULinear } from "../../contract/value";
import { judgePartOf, nameFinding } from "../../testing/judge-implementation";
import { listFailedChecks } from "../../testing/public-checks";
import { sayCame } from "../../testing/say";
import { plotPart } from "./plot";
import { question } from "./question";

type CurveOf = (batchSizes: readonly number[], model: PReLULinear) => unknown;
type At = (batchSize: number, model: PReLULinear) => number;

const multiplyAdds = (m: PReLULinear) => m.inFeatures * m.outFeatures;
const flopsAt =
  (share: number): At =>
  (b, m) =>
    b * (2 * multiplyAdds(m) + share * m.inFeatures);
const bytesAt: At = (b, m) => 4 * (b * (3 * m.inFeatures + m.outFeatures) + multiplyAdds(m) + 1);
const fusedBytesAt: At = (b, m) => 4 * (b * (m.inFeatures + m.outFeatures) + multiplyAdds(m) + 1);
const divide =
  (flops: At, bytes: At): CurveOf =>
  (batchSizes, m) =>
    batchSizes.map((b) => flops(b, m) / bytes(b, m));
const right = divide(flopsAt(0.5), bytesAt);

interface SpecOptions {
  readonly curve?: CurveOf;
  readonly x?: object;
  readonly y?: object;
  readonly top?: object;
  readonly mark?: unknown;
}

function makePlot({ curve = right, x = {}, y = {}, top = {}, mark = "line" }: SpecOptions = {}): CurveOf {
  return (batchSizes, model) => {
    const values = curve(batchSizes, model) as number[];
    return {
      data: { values: batchSizes.map((b, at) => ({ b, ai: values[at] ?? null })) },
      mark,
      encoding: {
        x: { field: "b", type: "quantitative", title: "batch size", ...x },
        y: { field: "ai", type: "quantitative", title: "FLOP per byte", ...y },
      },
      ...top,
    };
  };
}

const judgePlot = (intensityPlot: CurveOf, intensityCurve: CurveOf = right) =>
  judgePartOf([question], { intensityCurve, intensityPlot }, { part: "plot" });

const styled = {
  font: "Helvetica Neue, Arial",
  view: { stroke: null, continuousWidth: 300 },
  axis: { labelFontSize: 12, titleFontSize: 14, grid: true, gridDash: [2, 2], gridColor: "#ddd" },
};

describe("the plot", () => {
  const flat = divide(flopsAt(0.5), (b, m) => b * bytesAt(1, m));

  test.each<[string, string, CurveOf]>([
    ["half-multiplied", "1", makePlot()],
    [
      "half-multiplied",
      "1",
      makePlot({ x: { scale: { type: "log", base: 2 } }, y: { scale: { type: "log" } } }),
    ],
    [
      "half-multiplied",
      "1",
      makePlot({ x: { type: "ordinal", sort: null }, mark: { type: "bar", color: "#123abc" } }),
    ],
    ["half-multiplied", "1", makePlot({ x: { title: undefined, axis: { title: "batch" } } })],
    ["half-multiplied", "1", makePlot({ top: { config: styled, autosize: "fit" } })],
    ["none-multiplied", "1", makePlot({ curve: divide(flopsAt(0), bytesAt) })],
    ["untitled-axes", "0.75", makePlot({ x: { title: undefined } })],
    ["untitled-axes", "0.75", makePlot({ y: { title: null } })],
    ["untitled-axes", "0.75", makePlot({ y: { title: "  " } })],
    ["untitled-axes", "0.75", makePlot({ y: { axis: null } })],
    ["untitled-axes", "0.75", makePlot({ y: { title: "\u200b\u2060" } })],
    ["untitled-axes", "0.75", makePlot({ y: { title: "\u3164" } })],
    ["untitled-axes", "0.75", makePlot({ y: { title: "." } })],
    ["untitled-axes", "0.75", makePlot({ y: { axis: { title: "FLOP per byte", titleColor: "#00000000" } } })],
    ["untitled-axes", "0.75", makePlot({ y: { axis: { title: "FLOP per byte", titleColor: "#fefefe" } } })],
    ["untitled-axes", "0.75", makePlot({ top: { config: { axisLeft: { titleColor: "snow" } } } })],
    ["untitled-axes", "0.75", makePlot({ x: { axis: { title: "batch", titleFontSize: 0 } } })],
    ["untitled-axes", "0.75", makePlot({ y: { axis: { title: "FLOP per byte", titleOpacity: 0 } } })],
    ["untitled-axes", "0.75", makePlot({ top: { config: { axis: { titleColor: "white" } } } })],
    [
      "untitled-axes",
      "0.75",
      makePlot({ top: { background: "#123", config: { axisX: { titleColor: "#123" } } } }),
    ],
    ["axes-swapped", "0.5", makePlot({ x: { field: "ai" }, y: { field: "b" } })],
    ["weights-per-sample", "0.25", makePlot({ curve: flat })],
    ["batch-ignored", "0.25", makePlot({ curve: divide(flopsAt(0.5), (_, m) => bytesAt(1, m)) })],
    ["falling", "0.25", makePlot({ curve: divide(bytesAt, flopsAt(0.5)) })],
  ])("%s is recognised and earns %s", (id, points, plot) => {
    const verdict = judgePlot(plot);
    expect(nameFinding(verdict)).toMatch(new RegExp(`^(reading|mixed):.*${id}`));
    expect(verdict.points).toBe(points);
  });

  test("the marks that the statement names for the curve are taken, by the public checks as well, and no others", () => {
    const statement = readFileSync(join(__dirname, "statement.md"), "utf8").replace(/\s+/g, " ");
    const [, list = ""] = /a mark of the curve \(([^)]*)\)/.exec(statement) ?? [];
    const others = ["rule", "text", "rect", "arc", "image", "geoshape", "boxplot", "errorband"];
    const named = [...list.matchAll(/`(\w+)`/g)].map(([, mark = ""]) => mark);
    const taken = [...named, ...others].filter((mark) => {
      const intensityPlot = makePlot({ mark });
      const failed = listFailedChecks(question, { intensityCurve: right, intensityPlot });
      expect([mark, failed.length === 0]).toEqual([mark, judgePlot(intensityPlot).points === "1"]);
      return failed.length === 0;
    });
    expect(named.length).toBeGreaterThan(4);
    expect(taken).toEqual(named);
  });

  test.each<[string, CurveOf]>([
    ["a frame of its own", makePlot({ top: { view: { stroke: null, cornerRadius: 2 } } })],
    ["autosize in full", makePlot({ top: { autosize: { type: "fit", contains: "padding" } } })],
    ["what an editor leaves", makePlot({ top: { usermeta: { embedOptions: { theme: "dark" } } } })],
    ["empty lists", makePlot({ top: { transform: [], params: [] } })],
    [
      "styled axes",
      makePlot({
        x: {
          axis: { title: "batch", gridDash: [2, 2], labelColor: "#333", titleFontWeight: "bold", offset: 4 },
        },
      }),
    ],
    ["a hollow point", makePlot({ mark: { type: "point", fill: "white" } })],
    ["a faint line with points", makePlot({ mark: { type: "line", point: true, strokeOpacity: 0 } })],
    ["a thin line", makePlot({ mark: { type: "line", strokeWidth: 0.5, opacity: 0.3 } })],
    ["JSON", (sizes, m) => JSON.stringify(makePlot()(sizes, m))],
    [
      "an order of joining",
      (sizes, m) => {
        const spec = makePlot()(sizes, m) as { encoding: object };
        return { ...spec, encoding: { ...spec.encoding, order: { field: "b", sort: "ascending" } } };
      },
    ],
    [
      "a rule that leaves out an axis",
      (sizes, m) => {
        const { mark, encoding, ...whole } = makePlot()(sizes, m) as { mark: string; encoding: object };
        const rule = { mark: "rule", encoding: { x: null, y: { datum: 4 } } };
        return { ...whole, encoding, layer: [{ mark }, rule] };
      },
    ],
  ])("%s takes nothing from a right plot", (_, plot) => {
    expect(nameFinding(judgePlot(plot))).toBe("reading:half-multiplied");
  });

  test("a plot of the student's own wrong curve is a right plot", () => {
    const verdict = judgePlot(makePlot({ curve: flat }), flat);
    expect(nameFinding(verdict)).toBe("reading:own-curve");
    expect(verdict.points).toBe("1");
  });

  test("a constant curve carries nothing into its plot", () => {
    const constant: CurveOf = (sizes) => sizes.map(() => 6.6);
    expect(judgePlot(makePlot({ curve: constant }), constant).points).toBe("0");
  });

  test("batch sizes plotted against themselves carry nothing either", () => {
    const curve: CurveOf = (sizes) => [...sizes];
    expect(judgePlot(makePlot({ curve }), curve).points).toBe("0");
  });

  test("two lines told apart by colour: one of them is the curve", () => {
    const plot: CurveOf = (sizes, m) => {
      const rows = [right, divide(flopsAt(0.5), fusedBytesAt)].flatMap((curve, kind) =>
        (curve(sizes, m) as number[]).map((ai, at) => ({
          b: sizes[at] ?? 0,
          ai,
          kind: ["two kernels", "fused"][kind],
        })),
      );
      const spec = makePlot()(sizes, m) as { encoding: object };
      const color = { field: "kind", type: "nominal", title: "kernels" };
      return { ...spec, data: { values: rows }, encoding: { ...spec.encoding, color } };
    };
    expect(judgePlot(plot).points).toBe("1");
  });

  const withPasses =
    (passes: number): At =>
    (b, m) =>
      4 * (b * (passes * m.inFeatures + m.outFeatures) + multiplyAdds(m) + 1);

  test.each([
    [
      "one of them the curve",
      [divide(bytesAt, flopsAt(0.5)), right, divide(flopsAt(0.5), fusedBytesAt), divide(flopsAt(0), bytesAt)],
    ],
    ["the curve the lowest", [1, 1.5, 2, 3].map((passes) => divide(flopsAt(0.5), withPasses(passes)))],
  ])("four lines are four guesses, %s", (_, curves) => {
    const plot: CurveOf = (sizes, m) => {
      const rows = curves.flatMap((curve, kind) =>
        (curve(sizes, m) as number[]).map((ai, at) => ({ b: sizes[at] ?? 0, ai, kind: String(kind) })),
      );
      const spec = makePlot()(sizes, m) as { encoding: object };
      const color = { field: "kind", type: "nominal", title: "guess" };
      return { ...spec, data: { values: rows }, encoding: { ...spec.encoding, color } };
    };
    expect(Number(judgePlot(plot).points)).toBeLessThanOrEqual(0.25);
  });

  test("two values at one batch size that are one line show nothing", () => {
    const plot: CurveOf = (sizes, m) => {
      const spec = makePlot()(sizes, m) as { data: { values: object[] } };
      return { ...spec, data: { values: [...spec.data.values, ...sizes.map((b) => ({ b, ai: 1000 }))] } };
    };
    expect(judgePlot(plot).points).toBe("0");
  });

  test.each<[string, unknown, string]>([
    [
      "an address for data",
      makePlot({ top: { data: { url: "https://example.org/x.json" } } }),
      'a field "values"',
    ],
    ["a transform", makePlot({ top: { transform: [{ calculate: "1", as: "ai" }] } }), "/transform"],
    ["a signal for a title", makePlot({ x: { title: { signal: "1" } } }), "/encoding/x/title"],
    ["an expression for a colour", makePlot({ mark: { type: "line", color: { expr: "1" } } }), "/mark/color"],
    [
      "an address for a colour",
      makePlot({ mark: { type: "line", color: "url(http://a.b)" } }),
      "/mark/color",
    ],
    ["an image mark", makePlot({ mark: "image" }), "/mark"],
    ["an aggregate", makePlot({ y: { aggregate: "mean" } }), 'got "aggregate"'],
    ["a path for a field", makePlot({ y: { field: "a.b" } }), "/encoding/y/field"],
    ["an axis switched off", makePlot({ top: { config: { axis: { disable: true } } } }), "/config"],
    [
      "an expression in its style",
      makePlot({ top: { config: { axis: { grid: { expr: "1" } } } } }),
      "/config",
    ],
    ["an address in its style", makePlot({ top: { config: { background: "url(http://a.b)" } } }), "/config"],
    ["params", makePlot({ top: { params: [{ name: "b", value: 1 }] } }), "/params"],
    ["nested data", makePlot({ top: { data: { values: [{ b: {} }] } } }), "/data/values/0/b"],
    ["too many rows", makePlot({ top: { data: { values: Array(1001).fill({ b: 1 }) } } }), "/data/values"],
    ["no marks", makePlot({ top: { mark: undefined } }), "without points"],
    ["marks without opacity", makePlot({ mark: { type: "line", opacity: 0 } }), "without points"],
    ["points without size", makePlot({ mark: { type: "point", size: 0 } }), "without points"],
    ["a line as white as paper", makePlot({ mark: { type: "line", stroke: "#fff" } }), "without points"],
    ["a line without width", makePlot({ top: { config: { line: { strokeWidth: 0 } } } }), "without points"],
    ["a chart without width", makePlot({ top: { width: 0 } }), "without points"],
    ["fields that are not there", makePlot({ y: { field: "intensity" } }), "without points"],
    ["text", () => "a chart", "a string"],
    ["a list", () => [{}], "an array of 1"],
    ["nothing", () => undefined, "nothing (undefined)"],
  ])("%s is refused, and the place named", (_, plot, came) => {
    const { finding } = judgePlot(plot as CurveOf);
    expect(sayCame(finding)).toContain(came);
  });
});

test("a chart is read once, however many ways of counting are held against it", () => {
  const input = { batchSizes: [1, 4], model: { inFeatures: 24, outFeatures: 7 } };
  const axes = { across: "titled", swapped: "titled" } as const;
  const series = [input.batchSizes.map((x) => ({ x, y: 2 * x }))];
  let reads = 0;
  const came = {
    axes,
    get series() {
      reads += 1;
      return series;
    },
  };
  const isShown = [1, 2, 3].map((factor) => {
    const expected = { series, axes, curve: input.batchSizes.map((size) => factor * size) };
    return plotPart.isSame(expected, came, input);
  });
  expect({ isShown, reads }).toEqual({ isShown: [false, true, false], reads: 1 });
});
