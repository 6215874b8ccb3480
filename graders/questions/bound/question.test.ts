import type { Gpu, PReLULinear, Tensor } from "../../contract/value";
import { planQuestions } from "../../judge/plan";
import { type Implementation, judgePartOf, nameFinding } from "../../testing/judge-implementation";
import { sayCame } from "../../testing/say";
import { question } from "./question";

type Counts = {
  readonly modelFlops: (x: Tensor, model: PReLULinear) => number;
  readonly modelBytes: (batchSize: number, model: PReLULinear) => number;
};

const countNonPositive = (x: Tensor) => x.data.filter((value) => value <= 0).length;
const rowsOf = (x: Tensor) => x.shape[0] ?? 0;
const right: Counts = {
  modelFlops: (x, m) => 2 * rowsOf(x) * m.inFeatures * m.outFeatures + countNonPositive(x),
  modelBytes: (b, m) => 4 * (b * (3 * m.inFeatures + m.outFeatures) + m.inFeatures * m.outFeatures + 1),
};
const notebook: Counts = {
  modelFlops: (x, m) => 2 * x.data.length + 2 * rowsOf(x) * m.inFeatures * m.outFeatures,
  modelBytes: (b, m) => 4 * b * m.inFeatures + 4 * b * (m.inFeatures + m.outFeatures),
};
const intensityOf = ({ modelFlops, modelBytes }: Counts, x: Tensor, m: PReLULinear) =>
  modelFlops(x, m) / modelBytes(rowsOf(x), m);
const ridgeOf = (gpu: Gpu) => gpu.peakFlops / gpu.bandwidth;

type BoundBy = (x: Tensor, model: PReLULinear, gpu: Gpu) => unknown;
const judge = (boundBy: BoundBy, counts: Implementation = right, seed = "test") =>
  judgePartOf([question], { ...counts, boundBy }, { seed });
const byIntensity =
  (counts: Counts): BoundBy =>
  (x, m, gpu) =>
    intensityOf(counts, x, m) < ridgeOf(gpu) ? "memory" : "compute";

test.each<[string, string, BoundBy]>([
  ["intensity-against-ridge", "1", byIntensity(right)],
  [
    "intensity-against-ridge",
    "1",
    (x, m, gpu) =>
      right.modelFlops(x, m) / gpu.peakFlops > right.modelBytes(rowsOf(x), m) / gpu.bandwidth
        ? "compute"
        : "memory",
  ],
  ["reversed", "0", (x, m, gpu) => (intensityOf(right, x, m) > ridgeOf(gpu) ? "memory" : "compute")],
  [
    "single-sample",
    "0.5",
    (x, m, gpu) => {
      const perSample = right.modelFlops(x, m) / rowsOf(x);
      return perSample / right.modelBytes(1, m) < ridgeOf(gpu) ? "memory" : "compute";
    },
  ],
  ["always-memory", "0", () => "memory"],
  ["always-compute", "0", () => "compute"],
  ["gpu-ignored", "0.5", (x, m) => (intensityOf(right, x, m) < 1 ? "memory" : "compute")],
  [
    "ridge-inverted",
    "0",
    (x, m, gpu) => (intensityOf(right, x, m) < 1 / ridgeOf(gpu) ? "memory" : "compute"),
  ],
  [
    "intensity-inverted",
    "0",
    (x, m, gpu) => (1 / intensityOf(right, x, m) < ridgeOf(gpu) ? "memory" : "compute"),
  ],
])("%s is recognised and earns %s, for every seed", (id, points, boundBy) => {
  for (let seed = 0; seed < 3; seed++) {
    const verdict = judge(boundBy, right, String(seed));
    expect(nameFinding(verdict)).toBe(`reading:${id}`);
    expect(verdict.points).toBe(points);
  }
});

/** Right comparisons of counts that are written out in place, with slips. */
const inPlace =
  (
    flops: (b: number, z: number, m: PReLULinear) => number,
    bytes: (b: number, m: PReLULinear) => number,
  ): BoundBy =>
  (x, m, gpu) =>
    flops(rowsOf(x), countNonPositive(x), m) / bytes(rowsOf(x), m) < ridgeOf(gpu) ? "memory" : "compute";
const twoPerMac = (b: number, z: number, m: PReLULinear) => 2 * b * m.inFeatures * m.outFeatures + z;
const macs = (b: number, z: number, m: PReLULinear) => b * m.inFeatures * m.outFeatures + z;
const withoutWeights: Counts["modelBytes"] = (b, m) => 4 * b * (3 * m.inFeatures + m.outFeatures);
const told =
  (boundBy: BoundBy, tell: (word: unknown) => unknown): BoundBy =>
  (...given) =>
    tell(boundBy(...given));

test.each<[string, string, BoundBy]>([
  ["mac-as-one", "0.5", inPlace(macs, right.modelBytes)],
  ["per-element", "0.5", inPlace(twoPerMac, (b, m) => right.modelBytes(b, m) / 4)],
  ["per-bit", "0.25", inPlace(twoPerMac, (b, m) => 8 * right.modelBytes(b, m))],
  ["weights-omitted", "0.25", inPlace(twoPerMac, withoutWeights)],
  ["weights-omitted+mac-as-one", "0.125", inPlace(macs, withoutWeights)],
  ["intermediate-once", "0.5", inPlace(twoPerMac, (b, m) => right.modelBytes(b, m) - 4 * b * m.inFeatures)],
  ["batch-ignored-in-flops", "0.25", inPlace((b, z, m) => twoPerMac(b, z, m) / b, right.modelBytes)],
  ["batch-ignored", "0.25", inPlace(twoPerMac, (_, m) => right.modelBytes(1, m))],
  ["sentence", "0.75", told(byIntensity(right), (word) => `The model is ${word} bound on this GPU.`)],
  ["object", "0.5", told(byIntensity(right), (bound) => ({ bound, intensity: 1 }))],
  ["mac-as-one+sentence", "0.375", told(inPlace(macs, right.modelBytes), (word) => `It is ${word}-bound`)],
  [
    "single-sample+object",
    "0.25",
    told(
      inPlace(
        (b, z, m) => twoPerMac(1, z / b, m),
        (_, m) => right.modelBytes(1, m),
      ),
      (bound) => ({ bound }),
    ),
  ],
])("%s, counted in place, earns %s beside no other function", (id, points, boundBy) => {
  for (let seed = 0; seed < 3; seed++) {
    const verdict = judgePartOf([question], { boundBy }, { seed: String(seed) });
    expect([nameFinding(verdict), verdict.points]).toEqual([`reading:${id}`, points]);
  }
});

test.each<[string, number]>([
  ["half as high again", 1.5],
  ["a tenth lower", 0.9],
])("a ridge %s earns nothing", (_, factor) => {
  const boundBy: BoundBy = (x, m, gpu) =>
    intensityOf(right, x, m) < factor * ridgeOf(gpu) ? "memory" : "compute";
  for (let seed = 0; seed < 3; seed++) expect(judge(boundBy, right, String(seed)).points).toBe("0");
});

test("FLOP per kB or MB tell no device from another, and earn nothing", () => {
  const inUnits = (unit: number) => inPlace(twoPerMac, (b, m) => right.modelBytes(b, m) / unit);
  for (const boundBy of [inUnits(1e3), inUnits(1024 ** 2)]) expect(judge(boundBy, {}).points).toBe("0");
});

describe("where a drawn ridge lies on the intensity", () => {
  const isOnRidge = (x: Tensor, m: PReLULinear, gpu: Gpu): boolean =>
    Math.abs(intensityOf(right, x, m) / ridgeOf(gpu) - 1) < 0.003;
  const answerElse =
    (answer: () => unknown): BoundBy =>
    (x, m, gpu) =>
      isOnRidge(x, m, gpu) ? answer() : byIntensity(right)(x, m, gpu);
  const hasOne = (seed: string): boolean =>
    planQuestions([question], seed).calls.some(
      ({ export: name, args }) => name === "boundBy" && isOnRidge(...(args as Parameters<BoundBy>)),
    );
  const seed = Array.from({ length: 40 }, (_, at) => `ridge-${at}`).find(hasOne);

  test.each<[string, () => unknown]>([
    ["a third word", () => "balanced"],
    ["null", () => null],
    [
      "an error",
      () => {
        throw new Error("neither");
      },
    ],
  ])("%s costs nothing", (_, answer) => {
    expect(seed).toBeDefined();
    expect(judge(answerElse(answer), right, seed).points).toBe("1");
  });
});

test("a third word elsewhere leaves most of the point", () => {
  const boundBy: BoundBy = (x, m, gpu) => (ridgeOf(gpu) > 1e6 ? "unclear" : byIntensity(right)(x, m, gpu));
  expect(judge(boundBy).points).toBe("0.75");
});

describe("error carried forward", () => {
  test("the notebook's own counts and the right comparison earn the point", () => {
    const verdict = judge(byIntensity(notebook), notebook);
    // Whether a ridge lies between its own FLOP and the accepted ones is drawn.
    expect(nameFinding(verdict)).toMatch(/^reading:own-bytes(\+own-flops)?$/);
    expect(verdict.points).toBe("1");
  });

  test("own FLOP carry where nothing tells the bytes", () => {
    const modelFlops: Counts["modelFlops"] = (x, m) => 3 * rowsOf(x) * m.inFeatures * m.outFeatures;
    const modelBytes = () => {
      throw new Error("not yet");
    };
    const boundBy: BoundBy = (x, m, gpu) =>
      modelFlops(x, m) / right.modelBytes(rowsOf(x), m) < ridgeOf(gpu) ? "memory" : "compute";
    const verdict = judge(boundBy, { modelFlops, modelBytes });
    expect([nameFinding(verdict), verdict.points]).toEqual(["reading:own-flops", "1"]);
  });

  test("counts that do not look at the model carry nothing", () => {
    const batches: Counts = { modelFlops: rowsOf, modelBytes: (b) => b };
    expect(judge(byIntensity(batches), batches).points).toBe("0");
  });

  test("any counts carry, not only listed ones", () => {
    const odd: Counts = { ...right, modelBytes: (b, m) => 0.2 * b * m.inFeatures ** 2 + 3 * m.outFeatures };
    expect(nameFinding(judge(byIntensity(odd), odd))).toBe("reading:own-bytes");
  });

  test("the wrong way round, they earn nothing", () => {
    const reversed: BoundBy = (x, m, gpu) =>
      byIntensity(notebook)(x, m, gpu) === "memory" ? "compute" : "memory";
    expect(nameFinding(judge(reversed, notebook))).toBe("reading:reversed");
  });

  test.each<[string, Counts["modelBytes"]]>([
    ["bits", (b, m) => 8 * right.modelBytes(b, m)],
    ["kibibytes", (b, m) => right.modelBytes(b, m) / 1024],
    ["megabytes", (b, m) => right.modelBytes(b, m) / 1e6],
  ])("bytes told in %s carry, for every seed", (_, modelBytes) => {
    const counts = { ...right, modelBytes };
    for (let seed = 0; seed < 3; seed++) {
      const verdict = judge(byIntensity(counts), counts, String(seed));
      expect([nameFinding(verdict), verdict.points]).toEqual(["reading:own-bytes", "1"]);
    }
  });

  test.each<[string, Partial<Counts>, string, string]>([
    ["constant bytes", { modelBytes: () => 1000 }, "unexplained", "0"],
    ["zero FLOP", { modelFlops: () => 0 }, "reading:always-memory", "0"],
    ["NaN", { modelBytes: () => Number.NaN }, "reading:always-compute", "0"],
  ])("%s carry nothing", (_, broken, finding, points) => {
    const counts = { ...notebook, ...broken };
    const verdict = judge(byIntensity(counts), counts);
    expect([nameFinding(verdict), verdict.points]).toEqual([finding, points]);
  });
});

test.each([
  ["Memory", "Compute"],
  ["memory bound", "compute bound"],
  ["MEMORY-BOUND", "COMPUTE-BOUND"],
  [" memory_bound. ", " compute_bound. "],
  ["bandwidth limited", "computation limited"],
  ["Bandwidth-Bound", "arithmetic-bound"],
  ["memory bandwidth bound", "compute throughput limited"],
  ["MemoryBound", "ComputeBound"],
  ["memory-limited", "compute-limited"],
  ["mem", "flops"],
  ["BANDWIDTH", "ARITHMETIC"],
  ["IO-bound", "math-bound"],
  ["DRAM bound", "computationally bound"],
  ["limited by memory bandwidth", "limited by compute"],
  ["memory intensive", "compute intensive"],
  ["speicherbegrenzt", "rechenbegrenzt"],
  ["mémoire", "calcul"],
])("%p and %p are understood", (memory, compute) => {
  const boundBy: BoundBy = (x, m, gpu) => (byIntensity(right)(x, m, gpu) === "memory" ? memory : compute);
  expect(judge(boundBy).points).toBe("1");
});

test.each([
  ["It is bandwidth-bound here.", "It is arithmetic-bound here."],
  ["Memory: the arithmetic intensity is low.", "The intensity is high, so compute limits."],
])("the sentences %p and %p lose what a sentence loses", (memory, compute) => {
  const boundBy: BoundBy = (x, m, gpu) => (byIntensity(right)(x, m, gpu) === "memory" ? memory : compute);
  expect(judge(boundBy).points).toBe("0.75");
});

test.each([
  ["memory or compute", "another text"],
  ["not memory bound", "another text"],
  ["memory bound, then compute bound", "another text"],
  ["arithmetic intensity", "another text"],
  ["both", "another text"],
  [1, "a number"],
  [null, "null"],
  [true, "a boolean"],
])("%p is of the wrong form", (answer, came) => {
  expect(sayCame(judge(() => answer).finding)).toBe(came);
});
