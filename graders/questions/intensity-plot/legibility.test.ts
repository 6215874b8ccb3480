import type { PReLULinear } from "../../contract/value";
import { judgePartOf, nameFinding } from "../../testing/judge-implementation";
import { question } from "./question";

type Row = Readonly<Record<string, unknown>>;
type Fields = Readonly<Record<string, unknown>>;

const intensityAt = (b: number, { inFeatures: n, outFeatures: m }: PReLULinear) =>
  (b * (2 * n * m + n / 2)) / (4 * (b * (3 * n + m) + n * m + 1));
const intensityCurve = (sizes: readonly number[], m: PReLULinear) => sizes.map((b) => intensityAt(b, m));

interface Chart {
  readonly x?: Fields;
  readonly y?: Fields;
  readonly more?: Fields;
  readonly top?: Fields;
  readonly mark?: unknown;
  readonly rows?: (sizes: readonly number[], model: PReLULinear) => readonly Row[];
}

const makeChart =
  ({ x = {}, y = {}, more = {}, top = {}, mark = "line", rows = () => [] }: Chart) =>
  (sizes: readonly number[], model: PReLULinear) => ({
    data: { values: [...sizes.map((b) => ({ b, ai: intensityAt(b, model) })), ...rows(sizes, model)] },
    mark,
    encoding: {
      x: { field: "b", type: "quantitative", title: "batch size", ...x },
      y: { field: "ai", type: "quantitative", title: "FLOP per byte", ...y },
      ...more,
    },
    ...top,
  });

function judgeChart(
  chart: Chart,
  curve: (sizes: readonly number[], m: PReLULinear) => number[] = intensityCurve,
) {
  const verdict = judgePartOf(
    [question],
    { intensityCurve: curve, intensityPlot: makeChart(chart) },
    { part: "plot" },
  );
  return `${verdict.points} ${nameFinding(verdict)}`;
}

describe("a chart on which nothing is seen earns nothing", () => {
  test.each<[string, Chart]>([
    ["dashes without ink", { mark: { type: "line", strokeDash: [0, 900] } }],
    ["dashes in its style", { top: { config: { line: { strokeDash: [1, 900] } } } }],
    ["an area without fill", { mark: { type: "area", fillOpacity: 0 } }],
    ["a white area with a white line", { mark: { type: "area", color: "white", line: { color: "white" } } }],
    ["circles without fill", { mark: { type: "circle", fillOpacity: 0 } }],
    ["hollow points without stroke", { mark: { type: "point", strokeOpacity: 0 } }],
    ["clear points on a clear line", { mark: { type: "line", opacity: 0, point: { opacity: 0 } } }],
    [
      "points of a line, all without opacity",
      { mark: { type: "line", point: true }, more: { opacity: { value: 0 } } },
    ],
    ["a line in a style without opacity", { top: { config: { mark: { opacity: 0 } } } }],
    [
      "red on red, written otherwise",
      { mark: { type: "line", color: "red" }, top: { background: "#ff0000" } },
    ],
    ["grey on gray", { mark: { type: "line", color: "grey" }, top: { background: "gray" } }],
    ["a colour without opacity", { mark: { type: "line", color: "rgba(0, 0, 0, 0.01)" } }],
    ["white by encoding", { more: { color: { value: "white" } } }],
    ["no opacity by encoding", { more: { opacity: { value: 0 } } }],
    ["no size by encoding", { more: { size: { value: 0 } } }],
    ["points of no size by encoding", { mark: "point", more: { size: { value: 0 } } }],
    ["black on black", { mark: { type: "line", color: "#010101" }, top: { background: "black" } }],
    ["the colour of the frame", { top: { view: { fill: "steelblue" } } }],
    ["a single pixel", { top: { width: 1, height: 1 } }],
    ["a frame elsewhere", { x: { scale: { domain: [1e6, 2e6] } } }],
    ["a frame elsewhere, by one end", { y: { scale: { domainMin: 1e6 } } }],
    ["a frame that is far too high", { y: { scale: { domain: [0, 1e12] } } }],
    ["a frame that is no interval", { y: { scale: { domain: [5] } } }],
    ["a flat scale", { y: { scale: { type: "pow", exponent: 0 } } }],
    ["categories that do not occur", { x: { type: "ordinal", scale: { domain: [7001, 7002] } } }],
    [
      "a point far above",
      { more: { detail: { field: "kind" } }, rows: () => [{ b: 1, ai: 1e12, kind: "far" }] },
    ],
  ])("%s", (_, chart) => expect(judgeChart(chart)).toMatch(/^0 /));
});

describe("axes that mislead cost a quarter", () => {
  test.each<[string, Chart]>([
    ["a scale upside down", { y: { scale: { domain: [50, 0] } } }],
    ["a scale from right to left", { x: { sort: "descending" } }],
    ["a frame too high to read", { y: { scale: { domain: [0, 5000] } } }],
    ["a scale that bends the curve away", { y: { scale: { type: "pow", exponent: 300 } } }],
    ["a frame padded away", { top: { config: { scale: { continuousPadding: 5000 } } } }],
    ["a frame for some of the points", { x: { scale: { domain: [1, 64] } } }],
    ["intensities as names", { y: { type: "nominal" } }],
    ["no numbers", { x: { axis: { labels: false } }, y: { axis: { labels: false } } }],
    ["white numbers", { top: { config: { axis: { labelColor: "white" } } } }],
    ["no ticks", { y: { axis: { values: [] } } }],
    ["titles without a word", { x: { title: "0" }, y: { title: "0" } }],
    [
      "one title twice",
      { x: { title: "FLOP per byte by batch size" }, y: { title: "FLOP per byte by batch size" } },
    ],
    ["letters that name nothing", { x: { title: "x" }, y: { title: "y" } }],
    ["titles swapped", { x: { title: "FLOP per byte" }, y: { title: "batch size" } }],
  ])("%s", (_, chart) => expect(judgeChart(chart)).toMatch(/^0\.75 .*unclear-axes/));

  test("axes far away are not titled", () => {
    const far = { axis: { offset: 99_999 } };
    expect(judgeChart({ x: far, y: far })).toMatch(/^0\.75 .*untitled-axes/);
  });
});

describe("titles in the words of students are titles", () => {
  test.each([
    ["Batchgröße", "Arithmetische Intensität"],
    ["Minibatch", "AI"],
    ["B", "FLOP/B"],
    ["Taille du lot", "Intensité arithmétique (FLOP/octet)"],
    ["Tamaño del lote", "Intensidad aritmética"],
    ["Rozmiar wsadu", "Intensywność arytmetyczna"],
    ["Размер батча", "Арифметическая интенсивность"],
    ["批大小", "算术强度"],
    ["バッチサイズ", "演算強度"],
    ["배치 크기", "산술 강도"],
    ["number of samples", "operations per byte"],
    ["b", "I(b)"],
    ["batchSize", "intensity"],
  ])("%s and %s", (x, y) => {
    expect(judgeChart({ x: { title: x }, y: { title: y } })).toBe("1 reading:half-multiplied");
  });
});

describe("a chart that a reader can read keeps its point", () => {
  const between = (sizes: readonly number[]) => {
    const [least, most] = [Math.min(...sizes), Math.max(...sizes)];
    return Array.from({ length: 100 }, (_, at) => least + ((most - least) * at) / 99);
  };
  test.each<[string, Chart]>([
    ["a dashed line", { mark: { type: "line", strokeDash: [4, 4] } }],
    ["an area with a line", { mark: { type: "area", opacity: 0.3, line: true } }],
    ["points alone of a clear line", { mark: { type: "line", strokeWidth: 0, point: { size: 40 } } }],
    ["a dark chart", { mark: { type: "line", color: "#eee" }, top: { background: "#222" } }],
    ["a colour by encoding", { more: { color: { value: "firebrick" } } }],
    ["a frame with room", { y: { scale: { domain: [0, 100] } }, x: { scale: { domainMin: 0 } } }],
    ["a frame without zero", { y: { scale: { zero: false } } }],
    ["roots and powers", { x: { scale: { type: "sqrt" } }, y: { scale: { type: "symlog" } } }],
    ["fewer ticks, turned numbers", { x: { axis: { tickCount: 4, labelAngle: -45 } } }],
    ["the first batch of none", { rows: () => [{ b: 0, ai: 0 }] }],
    [
      "a hundred more points of the curve",
      { rows: (sizes, m) => between(sizes).map((b) => ({ b, ai: intensityAt(b, m) })) },
    ],
    [
      "a smooth line and the points that were asked",
      {
        more: { detail: { field: "kind" } },
        rows: (sizes, m) => between(sizes).map((b) => ({ b, ai: intensityAt(b, m), kind: "line" })),
      },
    ],
    [
      "the ridge of a GPU",
      {
        more: { color: { field: "kind" } },
        rows: (sizes) => sizes.map((b) => ({ b, ai: 295, kind: "ridge" })),
      },
    ],
  ])("%s", (_, chart) => expect(judgeChart(chart)).toBe("1 reading:half-multiplied"));
});

describe("points at sizes that nobody asked for", () => {
  const zigzag: Chart = { rows: (sizes) => sizes.map((b) => ({ b: b * 1.01, ai: 1e6 })) };
  const noise: Chart = {
    rows: (sizes) =>
      Array.from({ length: 300 }, (_, at) => ({
        b: Math.max(...sizes) * (1 + at / 100),
        ai: (at * 7919) % 13,
      })),
  };
  const beside = ({ rows }: Chart): Chart => ({
    more: { detail: { field: "kind" } },
    rows: (...asked) => (rows?.(...asked) ?? []).map((row) => ({ ...row, kind: "noise" })),
  });

  test.each([
    ["a zigzag", zigzag],
    ["noise", noise],
    ["noise as a line of its own", beside(noise)],
  ])("%s shows another curve, or none", (_, chart) => expect(judgeChart(chart)).toMatch(/^0 /));

  // Counts that nothing explains: the curve is known where it was asked.
  const ownAt = (b: number, m: PReLULinear) => (b * m.outFeatures) / (b * m.inFeatures + m.outFeatures + 9);
  const own = (sizes: readonly number[], m: PReLULinear) => sizes.map((b) => ownAt(b, m));
  const draw = (more: (at: number) => number): Chart => ({
    rows: (sizes, m) => [
      ...sizes.map((b) => ({ b, own: ownAt(b, m) })),
      ...[1.5, 2.5, 500, 20_000].map((b) => ({ b, own: ownAt(b, m) * more(b) })),
    ],
    y: { field: "own" },
  });

  test("those of an own curve go the way of it", () => {
    expect(
      judgeChart(
        draw(() => 1),
        own,
      ),
    ).toBe("0.5 reading:own-curve");
    expect(
      judgeChart(
        draw((b) => (b === 2.5 ? 3 : 1)),
        own,
      ),
    ).toMatch(/^0 /);
    expect(
      judgeChart(
        draw((b) => (b === 20_000 ? 400 : 1)),
        own,
      ),
    ).toMatch(/^0 /);
  });
});
