import type { Gpu, PReLULinear, Tensor } from "../../contract/value";
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
  ["always-memory", "0.5", () => "memory"],
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
  for (let seed = 0; seed < 30; seed++) {
    const verdict = judge(boundBy, right, String(seed));
    expect(nameFinding(verdict)).toBe(`reading:${id}`);
    expect(verdict.points).toBe(points);
  }
});

/** The right comparison but for one slip that no reading names: a factor, weights forgotten, one sample's FLOP. */
test.each<[string, BoundBy]>([
  [
    "a ridge half as high again",
    (x, m, gpu) => (intensityOf(right, x, m) < 1.5 * ridgeOf(gpu) ? "memory" : "compute"),
  ],
  [
    "a ridge a tenth lower",
    (x, m, gpu) => (intensityOf(right, x, m) < 0.9 * ridgeOf(gpu) ? "memory" : "compute"),
  ],
  [
    "the weights left out",
    (x, m, gpu) => {
      const bytes = right.modelBytes(rowsOf(x), m) - 4 * m.inFeatures * m.outFeatures;
      return right.modelFlops(x, m) / bytes < ridgeOf(gpu) ? "memory" : "compute";
    },
  ],
  [
    "one sample's FLOP over the bytes of all",
    (x, m, gpu) => (intensityOf(right, x, m) / rowsOf(x) < ridgeOf(gpu) ? "memory" : "compute"),
  ],
])("%s earns nothing, for every seed", (_, boundBy) => {
  for (let seed = 0; seed < 60; seed++) expect(judge(boundBy, right, String(seed)).points).toBe("0");
});

describe("error carried forward", () => {
  test("the notebook's own counts and the right comparison earn the point", () => {
    const verdict = judge(byIntensity(notebook), notebook);
    expect(nameFinding(verdict)).toBe("reading:own-intensity");
    expect(verdict.points).toBe("1");
  });

  test("any counts carry, not only listed ones", () => {
    const odd: Counts = { ...right, modelBytes: (b, m) => 0.2 * b * m.inFeatures ** 2 + 3 * m.outFeatures };
    expect(nameFinding(judge(byIntensity(odd), odd))).toBe("reading:own-intensity");
  });

  test("the wrong way round, they earn nothing", () => {
    const reversed: BoundBy = (x, m, gpu) =>
      byIntensity(notebook)(x, m, gpu) === "memory" ? "compute" : "memory";
    expect(nameFinding(judge(reversed, notebook))).toBe("reading:own-reversed");
  });

  test.each<[string, Counts["modelBytes"]]>([
    ["bits", (b, m) => 8 * right.modelBytes(b, m)],
    ["kibibytes", (b, m) => right.modelBytes(b, m) / 1024],
    ["megabytes", (b, m) => right.modelBytes(b, m) / 1e6],
  ])("bytes told in %s carry, for every seed", (_, modelBytes) => {
    const counts = { ...right, modelBytes };
    for (let seed = 0; seed < 10; seed++) {
      const verdict = judge(byIntensity(counts), counts, String(seed));
      expect([nameFinding(verdict), verdict.points]).toEqual(["reading:own-intensity", "1"]);
    }
  });

  test.each<[string, Partial<Counts>, string, string]>([
    ["constant bytes", { modelBytes: () => 1000 }, "unexplained", "0"],
    ["zero FLOP", { modelFlops: () => 0 }, "reading:always-memory", "0.5"],
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
])("%p and %p are understood", (memory, compute) => {
  const boundBy: BoundBy = (x, m, gpu) => (byIntensity(right)(x, m, gpu) === "memory" ? memory : compute);
  expect(judge(boundBy).points).toBe("1");
});

test.each([
  ["memory or compute", "another text"],
  [1, "a number"],
  [null, "null"],
  [true, "a boolean"],
])("%p is of the wrong form", (answer, came) => {
  expect(sayCame(judge(() => answer).finding)).toBe(came);
});

test("public checks hold for a right answer and fail for a reversed one", () => {
  for (const check of question.publicChecks) {
    const answers = check.calls.map(
      ({ args }) => byIntensity(right)(...(args as Parameters<BoundBy>)) as string,
    );
    expect(check.findMismatch(answers)).toBeNull();
    expect(
      check.findMismatch(answers.map((one) => (one === "memory" ? "compute" : "memory"))),
    ).not.toBeNull();
  }
});
