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

test.each([
  ["once-each-way", "1", (b: number, m: PReLULinear) => 4 * (all(b, m) + 1), 9092],
  ["without-slope", "1", (b: number, m: PReLULinear) => 4 * all(b, m), 9088],
  ["kilobytes", "1", (b: number, m: PReLULinear) => (4 * (all(b, m) + 1)) / 1000, 9.092],
  ["kibibytes", "1", (b: number, m: PReLULinear) => (4 * (all(b, m) + 1)) / 1024, 9092 / 1024],
  [
    "one-prelu-pass-no-weights-without-slope",
    "0.25",
    (b: number, m: PReLULinear) => {
      const { preluInput, linearInput, output } = elements(b, m);
      return 4 * sum(preluInput, linearInput, output);
    },
    640,
  ],
  [
    "weights-omitted-without-slope",
    "0.25",
    (b: number, m: PReLULinear) => 4 * (all(b, m) - elements(b, m).weights),
    896,
  ],
  [
    "weights-omitted",
    "0.25",
    (b: number, m: PReLULinear) => 4 * (all(b, m) - elements(b, m).weights + 1),
    900,
  ],
  ["weights-only-without-slope", "0.25", (b: number, m: PReLULinear) => 4 * elements(b, m).weights, 8192],
  [
    "intermediate-left-out",
    "0.5",
    (b: number, m: PReLULinear) =>
      4 * (all(b, m) - elements(b, m).preluOutput - elements(b, m).linearInput + 1),
    8580,
  ],
  [
    "intermediate-once",
    "0.5",
    (b: number, m: PReLULinear) => 4 * (all(b, m) - elements(b, m).linearInput + 1),
    8836,
  ],
  [
    "reads-only",
    "0.5",
    (b: number, m: PReLULinear) => 4 * (all(b, m) - elements(b, m).preluOutput - elements(b, m).output + 1),
    8708,
  ],
  ["elements", "0.5", (b: number, m: PReLULinear) => all(b, m) + 1, 2273],
  ["elements-without-slope", "0.5", all, 2272],
  [
    "slope-per-element",
    "0.75",
    (b: number, m: PReLULinear) => 4 * (all(b, m) + elements(b, m).preluInput),
    9344,
  ],
  ["double-precision", "0.5", (b: number, m: PReLULinear) => 8 * (all(b, m) + 1), 18184],
  ["bits", "0.25", (b: number, m: PReLULinear) => 32 * (all(b, m) + 1), 72736],
  ["with-bias", "0.75", (b: number, m: PReLULinear) => 4 * (all(b, m) + 1 + m.outFeatures), 9220],
  ["batch-ignored", "0.25", (_: number, m: PReLULinear) => 4 * (all(1, m) + 1), 9092],
  [
    "weights-per-sample",
    "0.5",
    (b: number, m: PReLULinear) => 4 * (all(b, m) + (b - 1) * elements(b, m).weights + 1),
    9092,
  ],
])("%s is recognised and earns %s", (id, points, modelBytes, onNotebook) => {
  expect(modelBytes(1, notebook)).toBe(onNotebook);
  const verdict = judge(modelBytes);
  expect(nameFinding(verdict)).toBe(`reading:${id}`);
  expect(verdict.points).toBe(points);
});

test.each([
  ["kilobytes", 1e3, 2],
  ["kibibytes", 1024, 2],
  ["megabytes", 1e6, 2],
  ["mebibytes", 1024 ** 2, 3],
])("%s are as good as bytes, rounded too", (id, unit, decimals) => {
  for (const slope of [1, 0]) {
    const exact = (b: number, m: PReLULinear) => (4 * (all(b, m) + slope)) / unit;
    const suffix = slope === 1 ? "" : "-without-slope";
    expect(nameFinding(judge(exact))).toBe(`reading:${id}${suffix}`);
    const rounded = judge((b, m) => Number(exact(b, m).toFixed(decimals)));
    expect(nameFinding(rounded)).toMatch(new RegExp(`^(reading|mixed):.*${id}`));
    expect(rounded.points).toBe("1");
  }
});

test.each([
  ["a bias", (b: number, m: PReLULinear) => all(b, m) + 1 + m.outFeatures],
  [
    "the weights of every sample",
    (b: number, m: PReLULinear) => all(b, m) + (b - 1) * m.inFeatures * m.outFeatures,
  ],
  ["one pass less", (b: number, m: PReLULinear) => all(b, m) - b * m.inFeatures],
])("%s still shows in rounded megabytes, for every seed", (_, count) => {
  for (let seed = 0; seed < 20; seed++) {
    const rounded = (b: number, m: PReLULinear) => Number(((4 * count(b, m)) / 1e6).toFixed(2));
    expect(judgePartOf([question], { modelBytes: rounded }, { seed: String(seed) }).points).toBe("0");
  }
});

/** Elements by slip, the PReLU's single weight apart, and bytes for each. */
test.each<[string, string, number, (b: number, m: PReLULinear) => number]>([
  ["intermediate-left-out", "0.5", 4, (b, m) => all(b, m) - 2 * b * m.inFeatures],
  ["intermediate-once", "0.5", 4, (b, m) => all(b, m) - b * m.inFeatures],
  ["reads-only", "0.5", 4, (b, m) => all(b, m) - b * m.inFeatures - b * m.outFeatures],
  ["batch-ignored", "0.25", 4, (_, m) => all(1, m)],
  ["weights-only", "0.25", 4, (_, m) => m.inFeatures * m.outFeatures],
  ["weights-per-sample", "0.5", 4, (b, m) => b * all(1, m)],
  ["with-bias", "0.75", 4, (b, m) => all(b, m) + m.outFeatures],
  ["half-precision", "0.5", 2, all],
  ["double-precision", "0.5", 8, all],
  ["bits", "0.25", 32, all],
])("%s is recognised and earns %s, with the slope and without", (id, points, bytes, count) => {
  for (const seed of ["one", "two", "three"])
    for (const slope of [1, 0]) {
      const modelBytes: ModelBytes = (b, m) => bytes * (count(b, m) + slope);
      const verdict = judgePartOf([question], { modelBytes }, { seed });
      const name = `reading:${id}${slope === 1 ? "" : "-without-slope"}`;
      expect([nameFinding(verdict), verdict.points]).toEqual([name, points]);
    }
});

test("all-weights-per-sample is recognised and earns 0.5", () => {
  const verdict = judge((b, m) => 4 * b * (all(1, m) + 1));
  expect([nameFinding(verdict), verdict.points]).toEqual(["reading:all-weights-per-sample", "0.5"]);
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

test("public checks hold for a right answer and fail for NaN", () => {
  for (const check of question.publicChecks) {
    const answers = check.calls.map(({ args }) => {
      const [b, m] = args as [number, PReLULinear];
      return 4 * (all(b, m) + 1);
    });
    expect(check.findMismatch(answers)).toBeNull();
    expect(check.findMismatch(answers.map(() => Number.NaN))).not.toBeNull();
  }
});
