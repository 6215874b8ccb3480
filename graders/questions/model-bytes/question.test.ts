import type { PReLULinear } from "../../contract/value";
import { judgePartOf, nameFinding } from "../../testing/judge-implementation";
import { sayCame } from "../../testing/say";
import { question } from "./question";

type ModelBytes = (batchSize: number, model: PReLULinear) => unknown;
const judge = (modelBytes: ModelBytes) => judgePartOf([question], { modelBytes });

/** Tensor by tensor, in fp32 elements, independent of the reference. */
const elements = (b: number, { inFeatures: i, outFeatures: o }: PReLULinear) => ({
  preluInput: b * i,
  preluOutput: b * i,
  linearInput: b * i,
  weights: i * o,
  output: b * o,
});
const sum = (...numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0);
const all = (b: number, model: PReLULinear) => sum(...Object.values(elements(b, model)));
const notebook = { inFeatures: 64, outFeatures: 32 };

type Elements = (b: number, m: PReLULinear) => number;
const weightsOf = (m: PReLULinear) => m.inFeatures * m.outFeatures;

/** Elements of each way of counting, the PReLU's single weight apart, and bytes for each. */
const countings: readonly [id: string, credit: string, bytes: number, count: Elements, onNotebook: number][] =
  [
    ["once-each-way", "1", 4, all, 9088],
    ["one-prelu-pass-no-weights", "0.25", 4, (b, m) => b * (2 * m.inFeatures + m.outFeatures), 640],
    ["one-prelu-pass-one-output", "0.25", 4, (b, m) => 2 * b * m.inFeatures + m.outFeatures, 640],
    ["weights-omitted", "0.25", 4, (b, m) => all(b, m) - weightsOf(m), 896],
    ["weights-only", "0.25", 4, (_, m) => weightsOf(m), 8192],
    ["intermediate-left-out", "0.5", 4, (b, m) => all(b, m) - 2 * b * m.inFeatures, 8576],
    ["intermediate-once", "0.5", 4, (b, m) => all(b, m) - b * m.inFeatures, 8832],
    ["output-left-out", "0.5", 4, (b, m) => all(b, m) - b * m.outFeatures, 8960],
    ["output-of-one-sample", "0.5", 4, (b, m) => all(b, m) - (b - 1) * m.outFeatures, 9088],
    ["output-alone", "0.25", 4, (b, m) => b * m.outFeatures + weightsOf(m), 8320],
    ["reads-only", "0.5", 4, (b, m) => all(b, m) - b * (m.inFeatures + m.outFeatures), 8704],
    ["batch-ignored", "0.25", 4, (_, m) => all(1, m), 9088],
    ["weights-per-sample", "0.5", 4, (b, m) => b * all(1, m), 9088],
    ["with-bias", "0.75", 4, (b, m) => all(b, m) + m.outFeatures, 9216],
    ["bias-per-sample", "0.5", 4, (b, m) => all(b, m) + b * m.outFeatures, 9216],
    ["elements", "0.5", 1, all, 2272],
    ["half-precision", "0.5", 2, all, 4544],
    ["double-precision", "0.5", 8, all, 18176],
    ["bits", "0.25", 32, all, 72704],
  ];

test.each(countings)(
  "%s is recognised and earns %s, with the slope and without, in bytes and in KiB",
  (id, credit, bytes, count, onNotebook) => {
    expect(bytes * count(1, notebook)).toBe(onNotebook);
    for (const seed of ["one", "two", "three"])
      for (const slope of [1, 0])
        for (const unit of [1, 1024]) {
          const modelBytes: ModelBytes = (b, m) => (bytes * (count(b, m) + slope)) / unit;
          const verdict = judgePartOf([question], { modelBytes }, { seed });
          const isAccepted = credit === "1";
          const name = isAccepted ? /reading:(once-each-way|without-slope|in-kib)/ : new RegExp(`:${id}$`);
          expect(nameFinding(verdict)).toMatch(name);
          expect(verdict.points).toBe(credit);
        }
  },
);

test.each<[string, string, Elements]>([
  ["slope-per-element", "0.75", (b, m) => all(b, m) + b * m.inFeatures],
  ["slope-per-sample", "0.75", (b, m) => all(b, m) + b],
  ["all-weights-per-sample", "0.5", (b, m) => b * (all(1, m) + 1)],
])("%s is recognised and earns %s", (id, credit, count) => {
  const verdict = judge((b, m) => 4 * count(b, m));
  expect([nameFinding(verdict), verdict.points]).toEqual([`reading:${id}`, credit]);
});

test("twice the output may be a bias for every sample, and the student reads both", () => {
  const { finding } = judge((b, m) => 4 * (all(b, m) + 1 + b * m.outFeatures));
  const reading = finding.kind === "explained" ? finding.reading : undefined;
  expect([reading?.id, reading?.orElse]).toEqual(["bias-per-sample", { output: "output-twice" }]);
});

test.each([
  ["in-kb", 1e3, 2],
  ["in-kib", 1024, 2],
  ["in-mb", 1e6, 2],
  ["in-mib", 1024 ** 2, 3],
  ["in-gb", 1e9, 3],
])("%s are as good as bytes, rounded too", (id, unit, decimals) => {
  for (const slope of [1, 0]) {
    const exact = (b: number, m: PReLULinear) => (4 * (all(b, m) + slope)) / unit;
    expect(nameFinding(judge(exact))).toBe(`reading:${slope === 1 ? "" : "without-slope+"}${id}`);
    const rounded = judge((b, m) => Number(exact(b, m).toFixed(decimals)));
    expect(nameFinding(rounded)).toContain(id);
    expect(rounded.points).toBe("1");
  }
});

/** As students write it; fair is what the two deviations leave together. */
test.each<[string, string, Elements]>([
  ["fused traffic in KiB", "0.5", (b, m) => (4 * (all(b, m) - 2 * b * m.inFeatures + 1)) / 1024],
  ["fused traffic in half precision", "0.25", (b, m) => 2 * (all(b, m) - 2 * b * m.inFeatures + 1)],
  ["a bias, in bits", "0.1875", (b, m) => 32 * (all(b, m) + m.outFeatures + 1)],
  ["reads of what fusing leaves", "0.25", (b, m) => 4 * (b * m.inFeatures + weightsOf(m) + 1)],
  ["the same without a slope", "0.25", (b, m) => 4 * (b * m.inFeatures + weightsOf(m))],
  ["no weights, but a bias", "0.1875", (b, m) => 4 * (all(b, m) - weightsOf(m) + m.outFeatures)],
  ["reads of elements, in thousands", "0.25", (b, m) => (2 * b * m.inFeatures + weightsOf(m)) / 1e3],
  ["a bias, and all weights per sample", "0.375", (b, m) => 4 * b * (all(1, m) + 1 + m.outFeatures)],
  ["the same without a slope", "0.375", (b, m) => 4 * b * (all(1, m) + m.outFeatures)],
  ["a footprint with weights per sample", "0.25", (b, m) => 4 * b * (all(1, m) - m.inFeatures + 1)],
  ["a slope per element in fp64, in MB", "0.375", (b, m) => (8 * (all(b, m) + b * m.inFeatures)) / 1e6],
  ["one sample without a slope, in KiB", "0.25", (_, m) => (4 * all(1, m)) / 1024],
])("%s earns %s", (_, credit, count) => {
  for (const seed of ["one", "two"])
    expect(judgePartOf([question], { modelBytes: count }, { seed }).points).toBe(credit);
});

test.each<[string, Elements]>([
  ["a bias", (b, m) => all(b, m) + 1 + m.outFeatures],
  ["one pass less", (b, m) => all(b, m) - b * m.inFeatures],
])("%s still shows in rounded megabytes, for every seed", (_, count) => {
  for (let seed = 0; seed < 20; seed++) {
    const rounded = (b: number, m: PReLULinear) => Number(((4 * count(b, m)) / 1e6).toFixed(2));
    const { points } = judgePartOf([question], { modelBytes: rounded }, { seed: String(seed) });
    expect(["0.75", "0.5"]).toContain(points);
  }
});

test.each([
  ["bigints", (b: number, m: PReLULinear) => 4n * BigInt(all(b, m) + 1)],
  ["decimal strings", (b: number, m: PReLULinear) => String(4 * (all(b, m) + 1))],
])("%s are as good as numbers", (_, modelBytes) => {
  expect(judge(modelBytes).points).toBe("1");
});

test("the notebook's own number alone earns nothing", () => {
  expect(nameFinding(judge(() => 9092))).toBe("unexplained");
});

test("an answer close to the right one earns nothing: bytes are counted", () => {
  expect(judge((b, m) => 4 * (all(b, m) + 2)).points).toBe("0");
});

test("NaN and objects are of the wrong form", () => {
  expect(sayCame(judge(() => Number.NaN).finding)).toBe("NaN");
  expect(sayCame(judge(() => ({ bytes: 1 })).finding)).toBe("an object with bytes");
});
