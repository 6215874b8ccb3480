import type { Gpu, PReLULinear, Tensor } from "../../contract/value";
import {
  type Implementation,
  type JudgeOptions,
  judgePartOf,
  nameFinding,
} from "../../testing/judge-implementation";
import { sayCame } from "../../testing/say";
import { question } from "./question";

type Optimum = (model: PReLULinear, gpu: Gpu) => unknown;
const judge = (optimalBatchSize: Optimum, more: Implementation = {}, options: JudgeOptions = {}) =>
  judgePartOf([question], { ...more, optimalBatchSize }, options);

const ridgeOf = (gpu: Gpu) => gpu.peakFlops / gpu.bandwidth;
const weightsOf = (m: PReLULinear) => m.inFeatures * m.outFeatures;
const flopsPerSample = (m: PReLULinear, share: number) => 2 * weightsOf(m) + share * m.inFeatures;
const bytesPerSample = (m: PReLULinear) => 4 * (3 * m.inFeatures + m.outFeatures);

/** Tries one batch after the other as long as the limit allows for one. */
function search(m: PReLULinear, gpu: Gpu, share: number): number | null {
  if (flopsPerSample(m, share) / bytesPerSample(m) <= ridgeOf(gpu)) return null;
  for (let b = 1; ; b++) {
    const intensity = (b * flopsPerSample(m, share)) / (b * bytesPerSample(m) + 4 * (weightsOf(m) + 1));
    if (intensity >= ridgeOf(gpu)) return b;
  }
}

/** Intensity equal to the ridge, solved for the batch. */
function solve(m: PReLULinear, gpu: Gpu, share: number): number | null {
  const gain = flopsPerSample(m, share) - ridgeOf(gpu) * bytesPerSample(m);
  return gain > 0 ? (ridgeOf(gpu) * 4 * (weightsOf(m) + 1)) / gain : null;
}

const round = (batch: number | null) => batch && Math.max(1, Math.round(batch));

const notebook: PReLULinear = { inFeatures: 64, outFeatures: 32 };
const withRidge = (ridge: number): Gpu => ({
  name: "",
  peakFlops: ridge * 1e12,
  bandwidth: 1e12,
  memory: 2 ** 34,
});

test.each([
  [0.5, 1, 2],
  [0.5, 0, 2],
  [2, 1, 7],
  [2, 0, 8],
  [4.6, 1, 982],
  [4.6, 0.5, 5891],
  [4.6, 0, null],
  [10, 1, null],
])("the published table: ridge %p, share %p", (ridge, share, batch) => {
  expect(search(notebook, withRidge(ridge), share)).toBe(batch);
});

const orElse =
  (fallback: Optimum): Optimum =>
  (m, gpu) =>
    search(m, gpu, 0.5) ?? fallback(m, gpu);
const memoryLimit: Optimum = (m, gpu) => Math.floor(gpu.memory / (4 * (2 * m.inFeatures + m.outFeatures)));
const knee =
  (share: number): Optimum =>
  (m) =>
    Math.ceil(((share / (1 - share)) * 4 * (weightsOf(m) + 1)) / bytesPerSample(m));

test.each<[string, string, Optimum]>([
  ["half-multiplied", "1", (m, gpu) => search(m, gpu, 0.5)],
  ["none-multiplied", "1", (m, gpu) => search(m, gpu, 0)],
  ["half-multiplied", "1", (m, gpu) => search(m, gpu, 0.5) ?? Number.NaN],
  ["minus-one-for-none", "0.5", (m, gpu) => search(m, gpu, 0.5) ?? -1],
  ["zero-for-none", "0.5", (m, gpu) => search(m, gpu, 1) ?? 0],
  ["not-rounded+minus-one-for-none", "0.375", (m, gpu) => solve(m, gpu, 0.5) ?? -1],
  ["rounded-to-nearest", "0.5", (m, gpu) => round(solve(m, gpu, 0.5))],
  ["all-multiplied", "1", (m, gpu) => search(m, gpu, 1)],
  ["drawn-data", "1", (m, gpu) => search(m, gpu, 0.37)],
  ["half-multiplied", "1", (m, gpu) => search(m, gpu, 0.5) ?? Number.POSITIVE_INFINITY],
  ["half-multiplied", "1", (m, gpu) => search(m, gpu, 0.5) ?? undefined],
  ["off-by-one", "0.5", (m, gpu) => search(m, gpu, 0.5) && Number(search(m, gpu, 0.5)) - 1],
  ["one-too-many", "0.5", (m, gpu) => search(m, gpu, 0.5) && Number(search(m, gpu, 0.5)) + 1],
  ["not-rounded", "0.75", (m, gpu) => solve(m, gpu, 0.5)],
  ["not-rounded", "0.75", (m, gpu) => solve(m, gpu, 1)],
  [
    "power-of-two",
    "0.5",
    (m, gpu) => {
      const right = search(m, gpu, 0.5);
      return right === null ? null : 2 ** Math.ceil(Math.log2(right));
    },
  ],
  [
    "search-too-short",
    "0.5",
    (m, gpu) => {
      const right = search(m, gpu, 0.5);
      return right === null || right > 1024 ? null : right;
    },
  ],
  ["largest-plotted-without-reason", "0.5", () => 64],
  ["largest-plotted-for-none", "0.5", orElse(() => 64)],
  ["memory-limit-without-reason", "0.5", memoryLimit],
  ["memory-limit-for-none", "0.5", orElse(memoryLimit)],
  [
    "rounded-to-nearest+memory-limit-for-none",
    "0.25",
    (m, gpu) => round(solve(m, gpu, 0.5)) ?? memoryLimit(m, gpu),
  ],
  ["rounded-to-nearest+largest-plotted-for-none", "0.25", (m, gpu) => round(solve(m, gpu, 1)) ?? 64],
  ["not-rounded+largest-plotted-for-none", "0.375", (m, gpu) => solve(m, gpu, 0.5) ?? 64],
  ["knee-without-reason", "0.5", knee(0.5)],
  ["knee-without-reason", "0.5", knee(0.9)],
  ["ridge-as-batch", "0.25", (_, gpu) => Math.ceil(ridgeOf(gpu))],
  ["ridge-as-batch", "0.25", (_, gpu) => ridgeOf(gpu)],
  ["one-sample", "0", () => 1],
  ["never", "0", () => null],
  ["never", "0", () => undefined],
])("%s is recognised and earns %s, for every seed", (id, points, optimum) => {
  for (let seed = 0; seed < 3; seed++) {
    const verdict = judge(optimum, {}, { seed: String(seed) });
    expect(nameFinding(verdict)).toBe(`reading:${id}`);
    expect(verdict.points).toBe(points);
  }
});

test.each([
  [4, "0"],
  [64, "0.5"],
])("a search to batch %p earns %s", (last, points) => {
  const optimum: Optimum = (m, gpu) => {
    const right = search(m, gpu, 0.5);
    return right === null || right > last ? null : right;
  };
  for (let seed = 0; seed < 3; seed++) expect(judge(optimum, {}, { seed: String(seed) }).points).toBe(points);
});

describe("another idea of optimal", () => {
  const because = "The intensity never reaches the ridge, and larger batches still raise the throughput.";

  test.each<[string, Optimum]>([
    ["largest-plotted", () => 64],
    ["batch-for-none-reasoned", orElse(() => 64)],
    ["memory-limit", memoryLimit],
    ["memory-limit", (m, gpu) => Math.floor(Number(memoryLimit(m, gpu)) / 1.9)],
    ["batch-for-none-reasoned", orElse(memoryLimit)],
    ["knee", knee(0.95)],
    ["knee", orElse(knee(0.99))],
  ])("%s earns the point with a reason", (id, optimum) => {
    const verdict = judge(optimum, {}, { explanations: { "optimal-batch": because } });
    expect(nameFinding(verdict)).toBe(`reading:${id}`);
    expect(verdict.points).toBe("1");
  });

  test.each<[string, Optimum, string]>([
    ["one sample", () => 1, "0"],
    ["the ridge", (_, gpu) => Math.ceil(ridgeOf(gpu)), "0.25"],
    ["any other number", () => 100, "0"],
    ["the memory's limit three times over", (m, gpu) => 3 * Number(memoryLimit(m, gpu)), "0"],
    ["none on real GPUs, and 64 elsewhere", (m, gpu) => (search(m, gpu, 0.5) === null ? null : 64), "0"],
  ])("no reason makes %s optimal", (_, optimum, points) => {
    expect(judge(optimum, {}, { explanations: { "optimal-batch": because } }).points).toBe(points);
  });
});

describe("error carried forward from FLOP and bytes", () => {
  const rowsOf = (x: Tensor) => x.shape[0] ?? 0;
  const own = {
    modelFlops: (x: Tensor, m: PReLULinear) =>
      3 * rowsOf(x) * weightsOf(m) + x.data.filter((v) => v < 0).length,
    modelBytes: (b: number, m: PReLULinear) => 2 * b * m.inFeatures + 6 * weightsOf(m) + 1,
  };
  const follow =
    (share: number): Optimum =>
    (m, gpu) => {
      const gain = 3 * weightsOf(m) + share * m.inFeatures - ridgeOf(gpu) * 2 * m.inFeatures;
      return gain > 0 ? Math.max(1, Math.ceil((ridgeOf(gpu) * (6 * weightsOf(m) + 1)) / gain)) : null;
    };

  test.each([0, 0.5, 1])("any straight counts carry, share %p", (share) => {
    expect(nameFinding(judge(follow(share), own))).toBe("reading:own-flops+own-bytes");
  });

  test("flat curves carry: one sample, or none", () => {
    const flat = { ...own, modelBytes: (b: number, m: PReLULinear) => 10 * b * m.inFeatures };
    const optimum: Optimum = (m, gpu) =>
      (3 * weightsOf(m)) / (10 * m.inFeatures) >= ridgeOf(gpu) ? 1 : null;
    expect(nameFinding(judge(optimum, flat))).toBe("reading:own-flops+own-bytes");
  });

  test.each<[string, Implementation]>([
    ["constant bytes", { ...own, modelBytes: () => 9092 }],
    [
      "bytes that are no straight line",
      { ...own, modelBytes: (b: number, m: PReLULinear) => b ** 2 * m.inFeatures },
    ],
    ["NaN", { ...own, modelFlops: () => Number.NaN }],
    ["nothing", {}],
  ])("%s carry nothing", (_, implementation) => {
    expect(judge(follow(0.5), implementation).points).toBe("0");
  });
});

test.each<[string, Optimum]>([
  ["bigints", (m, gpu) => (search(m, gpu, 0.5) === null ? null : BigInt(Number(search(m, gpu, 0.5))))],
  ["decimal strings", (m, gpu) => (search(m, gpu, 0.5) === null ? null : String(search(m, gpu, 0.5)))],
])("%s are as good as numbers", (_, optimum) => {
  expect(judge(optimum).points).toBe("1");
});

test("other forms are malformed", () => {
  expect(sayCame(judge(() => false).finding)).toBe("a boolean");
});
