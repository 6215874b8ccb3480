import type { PReLULinear, Tensor } from "../../contract/value";
import { type Implementation, judgePartOf, nameFinding } from "../../testing/judge-implementation";
import { sayCame } from "../../testing/say";
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

const judgeCurve = (intensityCurve: CurveOf, more: Implementation = {}, seed = "test") =>
  judgePartOf([question], { ...more, intensityCurve }, { seed, part: "curve" });

test("the published table of the notebook's model", () => {
  const values = right([1, 2, 4, 8, 16, 32, 64], { inFeatures: 64, outFeatures: 32 }) as number[];
  expect(values.map((value) => Number(value.toFixed(4)))).toEqual([
    0.454, 0.8266, 1.4017, 2.1494, 2.9313, 3.5829, 4.031,
  ]);
});

describe("the curve", () => {
  test.each<[string, string, CurveOf]>([
    ["half-multiplied", "1", right],
    ["none-multiplied", "1", divide(flopsAt(0), bytesAt)],
    ["all-multiplied", "1", divide(flopsAt(1), bytesAt)],
    ["half-multiplied", "1", divide(flopsAt(0.5), (b, m) => bytesAt(b, m) - 4)],
    ["none-multiplied+exact-additions", "1", divide((b, m) => flopsAt(0)(b, m) - b * m.outFeatures, bytesAt)],
    ["drawn-data", "1", divide((b, m) => flopsAt((b % 7) / 7)(b, m), bytesAt)],
    ["mac-as-one", "0.5", divide((b, m) => b * (multiplyAdds(m) + m.inFeatures / 2), bytesAt)],
    ["per-element", "0.5", divide(flopsAt(0.5), (b, m) => bytesAt(b, m) / 4)],
    ["intermediate-left-out", "0.5", divide(flopsAt(0.5), fusedBytesAt)],
    ["weights-omitted", "0.25", divide(flopsAt(0.5), (b, m) => bytesAt(b, m) - 4 * multiplyAdds(m))],
    ["weights-omitted", "0.25", divide(flopsAt(0.5), (b, m) => bytesAt(b, m) - 4 * multiplyAdds(m) - 4)],
    ["weights-per-sample", "0.25", divide(flopsAt(0.5), (b, m) => b * bytesAt(1, m))],
    ["flat", "0.25", divide(flopsAt(7), (b, m) => 3 * b * bytesAt(1, m))],
    ["batch-ignored", "0.25", divide(flopsAt(0.5), (_, m) => bytesAt(1, m))],
    ["proportional", "0.25", divide(flopsAt(7), (_, m) => bytesAt(1, m))],
    ["upside-down", "0.25", divide(bytesAt, flopsAt(0.5))],
    ["falling", "0.25", divide((_, m) => flopsAt(0.5)(1, m), bytesAt)],
  ])("%s is recognised and earns %s, for every seed", (id, points, curve) => {
    for (let seed = 0; seed < 10; seed++) {
      const verdict = judgeCurve(curve, {}, String(seed));
      expect(nameFinding(verdict)).toBe(`reading:${id}`);
      expect(verdict.points).toBe(points);
    }
  });

  test.each<[string, CurveOf]>([
    ["one constant", (sizes) => sizes.map(() => 4)],
    ["the batch sizes", (sizes) => [...sizes]],
    ["their inverses", (sizes) => sizes.map((b) => 1 / b)],
    ["zeros", (sizes) => sizes.map(() => 0)],
    ["too few values", (sizes, m) => (right(sizes, m) as number[]).slice(1)],
    ["values 5 % off", (sizes, m) => (right(sizes, m) as number[]).map((value) => 1.05 * value)],
    [
      "values in sorted order",
      (sizes, m) =>
        right(
          [...sizes].sort((a, b) => a - b),
          m,
        ),
    ],
  ])("%s earn nothing", (_, curve) => {
    expect(nameFinding(judgeCurve(curve))).toBe("unexplained");
  });

  test("NaN is of the wrong form", () => {
    expect(sayCame(judgeCurve(() => [Number.NaN]).finding)).toBe("a list that holds NaN");
    expect(sayCame(judgeCurve(() => 4).finding)).toBe("a number");
  });
});

describe("error carried forward from FLOP and bytes", () => {
  const rowsOf = (x: Tensor) => x.shape[0] ?? 0;
  const fill = (b: number, m: PReLULinear, value: (index: number) => number): Tensor => ({
    shape: [b, m.inFeatures],
    data: Float32Array.from({ length: b * m.inFeatures }, (_, index) => value(index)),
  });
  const oddFlops = (x: Tensor, m: PReLULinear) =>
    3 * rowsOf(x) * multiplyAdds(m) + 2 * x.data.filter((value) => value < 0).length + 11;
  const oddBytes: At = (b, m) => 5 * b * m.inFeatures + m.outFeatures ** 2;
  const own = { modelFlops: oddFlops, modelBytes: oddBytes };

  test.each<[string, (index: number) => number]>([
    ["zeros", () => 0],
    ["positive inputs", () => 1],
    ["negative inputs", () => -1],
    ["alternating inputs", (index) => (index % 2 === 0 ? 1 : -1)],
  ])("any formula carries, evaluated on %s", (_, value) => {
    const curve = divide((b, m) => oddFlops(fill(b, m, value), m), oddBytes);
    expect(nameFinding(judgeCurve(curve, own))).toBe("reading:own-flops+own-bytes");
  });

  test("a flat curve that follows needs an explanation of its shape", () => {
    const flat = { modelFlops: oddFlops, modelBytes: (b: number, m: PReLULinear) => 10 * b * m.inFeatures };
    const implementation = {
      modelFlops: (x: Tensor, m: PReLULinear) => 3 * rowsOf(x) * multiplyAdds(m),
      modelBytes: flat.modelBytes,
      intensityCurve: (sizes: readonly number[], m: PReLULinear) => sizes.map(() => (3 * m.outFeatures) / 10),
    };
    const because = "The curve is flat since FLOP and bytes both grow in step with the batch size.";
    const judgeWith = (explanation: string) =>
      judgePartOf([question], implementation, {
        part: "curve",
        explanations: { "intensity-plot": explanation },
      });
    const empty = "The memory is a kind of bandwidth because it is in the weights of the batch.";
    for (const nothing of ["", empty])
      expect(nameFinding(judgeWith(nothing))).toBe("reading:shape-unexplained");
    expect(nameFinding(judgeWith(because))).toBe("reading:own-flops+own-bytes+shape-explained");
  });

  test("a curve one per mille off its own counts does not follow from them", () => {
    const curve = divide(
      (b, m) =>
        1.001 *
        oddFlops(
          fill(b, m, () => 1),
          m,
        ),
      (b, m) => 0.2 * oddBytes(b, m),
    );
    const notebook = {
      modelFlops: oddFlops,
      modelBytes: (b: number, m: PReLULinear) => 0.2 * oddBytes(b, m),
    };
    const shifted = (sizes: readonly number[], m: PReLULinear) =>
      (curve(sizes, m) as number[]).map((value, at) => value * (at % 2 === 0 ? 1.5 : 1));
    expect(judgeCurve(shifted, notebook).points).toBe("0");
  });

  test.each<[string, Implementation]>([
    ["constant FLOP", { ...own, modelFlops: () => 4128 }],
    ["constant bytes", { ...own, modelBytes: () => 640 }],
    ["no bytes at all", { modelFlops: oddFlops }],
    [
      "FLOP that explode with the data",
      { ...own, modelFlops: (x: Tensor) => (x.data[0] === 0.5 ? 1 : 1e9) * rowsOf(x) },
    ],
  ])("%s carry nothing", (_, implementation) => {
    const curve = divide(
      (b, m) =>
        oddFlops(
          fill(b, m, () => 1),
          m,
        ),
      oddBytes,
    );
    expect(judgeCurve(curve, implementation).points).toBe("0");
  });
});
