import type { Gpu, PReLULinear, Tensor } from "../../contract/value";
import { findQuestions } from "../../testing/find-questions";
import { type Implementation, judgeLast, nameFinding } from "../../testing/judge-implementation";
import { question } from "./question";

/** Tells in which units and by which slip the unfused bytes were counted. */
const earlier = findQuestions("model-bytes");

type Bytes = (batchSize: number, model: PReLULinear) => number;
type Flops = (x: Tensor, model: PReLULinear) => number;

const weightsOf = (m: PReLULinear) => m.inFeatures * m.outFeatures;
const rowsOf = (x: Tensor) => x.shape[0] ?? 0;
const ridgeOf = (gpu: Gpu) => gpu.peakFlops / gpu.bandwidth;
const rightFlops: Flops = (x, m) =>
  2 * rowsOf(x) * weightsOf(m) + x.data.filter((value) => value <= 0).length;
const unfused: Bytes = (b, m) => 4 * (b * (3 * m.inFeatures + m.outFeatures) + weightsOf(m) + 1);
const fused: Bytes = (b, m) => 4 * (b * (m.inFeatures + m.outFeatures) + weightsOf(m) + 1);

interface Counts {
  readonly modelFlops?: Flops;
  readonly modelBytes?: Bytes;
  readonly fusedModelBytes?: Bytes;
  /** FLOP of one sample as the curve and the optimum take them. */
  readonly perSample?: (model: PReLULinear) => number;
}

/** All four functions, following from counts. */
function implement({
  modelFlops = rightFlops,
  modelBytes = unfused,
  fusedModelBytes = fused,
  perSample = (m) => 2 * weightsOf(m) + m.inFeatures / 2,
}: Counts) {
  return {
    modelFlops,
    modelBytes,
    fusedModelBytes,
    fusedBoundBy: (x: Tensor, m: PReLULinear, gpu: Gpu) =>
      modelFlops(x, m) / fusedModelBytes(rowsOf(x), m) < ridgeOf(gpu) ? "memory" : "compute",
    fusedIntensityCurve: (sizes: readonly number[], m: PReLULinear) =>
      sizes.map((b) => (b * perSample(m)) / fusedModelBytes(b, m)),
    fusedOptimalBatchSize: (m: PReLULinear, gpu: Gpu) => {
      const slope = fusedModelBytes(2, m) - fusedModelBytes(1, m);
      const gain = perSample(m) - ridgeOf(gpu) * slope;
      if (perSample(m) >= ridgeOf(gpu) * fusedModelBytes(1, m)) return 1;
      return gain > 0 ? Math.ceil((ridgeOf(gpu) * (fusedModelBytes(1, m) - slope)) / gain) : null;
    },
  };
}

/** Findings of all parts in order: flops, bytes, bound, curve, optimal batch. */
function judge(implementation: Implementation, seed = "test") {
  const verdict = judgeLast([...earlier, question], implementation, { seed });
  return {
    points: verdict.points,
    findings: verdict.parts.map((part) => nameFinding(part).replace("reading:", "")),
  };
}

const notebook: PReLULinear = { inFeatures: 64, outFeatures: 32 };

test("the published numbers of the notebook's model", () => {
  const { fusedOptimalBatchSize, fusedIntensityCurve } = implement({});
  const gpu = (bandwidth: number): Gpu => ({ name: "", peakFlops: 19.5e12, bandwidth, memory: 1 });
  expect([1, 2, 4, 8, 16, 32, 64].map((b) => fused(b, notebook))).toEqual([
    8580, 8964, 9732, 11268, 14340, 20484, 32772,
  ]);
  expect(fusedIntensityCurve([1, 64], notebook).map((value) => Number(value.toFixed(4)))).toEqual([
    0.4811, 8.0615,
  ]);
  expect(fusedOptimalBatchSize(notebook, gpu(2039e9))).toBe(173);
  expect(fusedOptimalBatchSize(notebook, gpu(1935e9))).toBe(320);
});

test("right answers earn the whole bonus, for every seed", () => {
  for (let seed = 0; seed < 4; seed++) {
    expect(judge(implement({}), String(seed))).toEqual({
      points: "2",
      findings: [
        "half-multiplied",
        "once-each-way",
        "intensity-against-ridge",
        "half-multiplied",
        "half-multiplied",
      ],
    });
  }
});

test.each<[string, Counts, string, readonly string[]]>([
  [
    "the same bytes as unfused",
    { fusedModelBytes: unfused },
    "0.4",
    ["own-bytes", "unfused-traffic", "unfused-intensity", "unfused-intensity", "unfused-intensity"],
  ],
  [
    "weights dropped",
    { fusedModelBytes: (b, m) => 4 * b * (m.inFeatures + m.outFeatures) },
    "1.4",
    ["own-bytes", "weights-omitted", "own-bytes", "weights-omitted", "own-bytes"],
  ],
  [
    "a MAC taken for one FLOP in the curve alone",
    { perSample: (m) => weightsOf(m) + m.inFeatures / 2 },
    "1.2",
    ["reduced-by-fusing", "once-each-way", "intensity-against-ridge", "mac-as-one", "mac-as-one"],
  ],
])("%s", (_, counts, points, findings) => {
  const judged = judge(implement(counts));
  expect(judged.findings).toEqual(findings);
  expect(judged.points).toBe(points);
});

describe("error carried forward", () => {
  const carried = [
    "own-flops+own-bytes",
    "own-unfused-without-both-passes",
    "own-bytes+own-flops",
    "own-flops+own-bytes",
    "own-flops+own-bytes",
  ];

  test("any unfused counts carry, the passes over the tensor between the layers taken off", () => {
    const modelBytes: Bytes = (b, m) => 60 * b * m.inFeatures + 30 * weightsOf(m) + 13;
    const judged = judge(
      implement({
        modelFlops: (x, m) => 3 * rowsOf(x) * weightsOf(m) + x.data.length,
        perSample: (m) => 3 * weightsOf(m) + m.inFeatures,
        modelBytes,
        fusedModelBytes: (b, m) => modelBytes(b, m) - 8 * b * m.inFeatures,
      }),
    );
    expect(judged).toEqual({ points: "2", findings: carried });
  });

  test.each<[string, Bytes, Bytes]>([
    ["elements", (b, m) => unfused(b, m) / 4, (b, m) => unfused(b, m) / 4 - 2 * b * m.inFeatures],
    ["bits", (b, m) => 8 * unfused(b, m), (b, m) => 8 * (unfused(b, m) - 8 * b * m.inFeatures)],
    ["kibibytes", (b, m) => unfused(b, m) / 1024, (b, m) => (unfused(b, m) - 8 * b * m.inFeatures) / 1024],
    ["one sample's bytes", (_, m) => unfused(1, m), (_, m) => unfused(1, m) - 8 * m.inFeatures],
    [
      "the footprint",
      (b, m) => unfused(b, m) - 4 * b * m.inFeatures,
      (b, m) => unfused(b, m) - 8 * b * m.inFeatures,
    ],
    [
      "the notebook's bytes",
      (b, m) => 4 * b * (2 * m.inFeatures + m.outFeatures),
      (b, m) => 4 * b * (m.inFeatures + m.outFeatures),
    ],
  ])("%s, without what fusing saves of them, earn the part", (_, modelBytes, fusedModelBytes) => {
    expect(judgeLast([...earlier, question], { modelBytes, fusedModelBytes }).parts[1]?.points).toBe("0.4");
  });

  test("unfused bytes that leave the tensor out already are not reduced twice", () => {
    const judged = judgeLast([...earlier, question], {
      modelBytes: fused,
      fusedModelBytes: (b: number, m: PReLULinear) => fused(b, m) - 8 * b * m.inFeatures,
    });
    expect(judged.parts[1]?.points).toBe("0");
  });

  test("fused bytes that save a pass in elements carry half, and a person looks", () => {
    const fusedModelBytes: Bytes = (b, m) => unfused(b, m) - 2 * b * m.inFeatures;
    const { parts } = judgeLast([...earlier, question], implement({ modelBytes: unfused, fusedModelBytes }));
    expect(parts.map(({ points }) => points)).toEqual(["0.2", "0", "0.2", "0.2", "0.2"]);
  });

  test("fused bytes that save nothing of wrong unfused ones carry nothing", () => {
    const wrong: Bytes = (b, m) => 9 * b * m.inFeatures + 11 * weightsOf(m);
    const judged = judge(implement({ modelBytes: wrong, fusedModelBytes: wrong }));
    expect(judged.findings.slice(1)).toEqual(Array(4).fill("unexplained"));
  });
});

describe("FLOP, read off curve and bytes", () => {
  const alone = { ...question, points: "0.4", parts: question.parts.filter(({ id }) => id === "flops") };
  const partOf = (implementation: Implementation) => judgeLast([alone], implementation).parts[0];

  test.each<[string, Counts, string]>([
    ["no input multiplied", { perSample: (m) => 2 * weightsOf(m) }, "none-multiplied"],
    ["all inputs multiplied", { perSample: (m) => 2 * weightsOf(m) + m.inFeatures }, "all-multiplied"],
    [
      "n - 1 additions",
      { perSample: (m) => 2 * weightsOf(m) - m.outFeatures + m.inFeatures / 2 },
      "exact-additions",
    ],
    ["a third multiplied", { perSample: (m) => 2 * weightsOf(m) + m.inFeatures / 3 }, "drawn-data"],
    ["bytes of another unit", { fusedModelBytes: (b, m) => fused(b, m) / 1024 }, "per-kib"],
  ])("%s: unchanged", (_, counts, id) => {
    const verdict = partOf(implement(counts));
    expect(verdict && nameFinding(verdict)).toBe(`reading:${id}`);
    expect(verdict?.points).toBe("0.4");
  });

  type Curve = (b: number, m: PReLULinear) => number;
  const counted: Readonly<Record<string, Curve>> = {
    "by definition": (b, m) => (b * (2 * weightsOf(m) + m.inFeatures / 2)) / fused(b, m),
    "all multiplied": (b, m) => (b * (2 * weightsOf(m) + m.inFeatures)) / fused(b, m),
    "over unfused bytes": (b, m) => (b * (2 * weightsOf(m) + m.inFeatures)) / unfused(b, m),
    "over the bytes of one sample": (b, m) => (b * 2 * weightsOf(m)) / fused(1, m),
  };
  const toldAs: Readonly<Record<string, (value: number) => number>> = {
    "per KiB": (value) => value * 1024,
    "per MB": (value) => value * 1e6,
    "per element": (value) => value * 4,
    "per GB": (value) => value * 1e9,
    inverted: (value) => 1 / value,
    "to two decimals": (value) => Number(value.toFixed(2)),
    "to three digits": (value) => Number(value.toPrecision(3)),
    "per KiB, to four decimals": (value) => Number((value * 1024).toFixed(4)),
  };

  test.each(Object.keys(counted).flatMap((way) => Object.keys(toldAs).map((unit) => [way, unit])))(
    "%s, %s: unchanged, whatever the curve is worth",
    (way = "", unit = "") => {
      const fusedIntensityCurve = (sizes: readonly number[], m: PReLULinear) =>
        sizes.map((b) => toldAs[unit]?.(counted[way]?.(b, m) ?? 0));
      const verdict = partOf({ ...implement({}), fusedIntensityCurve });
      // Elements of another size beside other bytes: as well another number of FLOP.
      expect(verdict?.points).toBe(unit === "per element" && way.startsWith("over") ? "0" : "0.4");
    },
  );

  const madeUp = (b: number, m: PReLULinear) => fused(b, m) + 4 * weightsOf(m);
  test.each<readonly [string, Curve, Curve]>([
    ["harmonic, of batch and outputs", (b, m) => 1 / b + 1 / m.outFeatures, madeUp],
    ["flat", (_, m) => weightsOf(m) / (m.inFeatures + m.outFeatures), madeUp],
    ["flat, beside right bytes", (_, m) => weightsOf(m) / (m.inFeatures + m.outFeatures), fused],
    ["twice that", (b, m) => 2 / b + 2 / m.outFeatures, madeUp],
  ])("a quotient that is no FLOP per byte tells none: %s", (_, value, fusedModelBytes) => {
    const fusedIntensityCurve = (sizes: readonly number[], m: PReLULinear) => sizes.map((b) => value(b, m));
    expect(partOf({ ...implement({}), fusedModelBytes, fusedIntensityCurve })?.points).toBe("0");
  });

  test("over 8 bytes per number: unchanged", () => {
    const { fusedIntensityCurve: right } = implement({});
    const fusedIntensityCurve = (sizes: readonly number[], m: PReLULinear) =>
      right(sizes, m).map((value) => value / 2);
    expect(partOf({ ...implement({}), fusedIntensityCurve })?.points).toBe("0.4");
  });

  test.each(["per KiB", "inverted", "to two decimals"])("reduced, %s: no FLOP are right", (unit) => {
    const fusedIntensityCurve = (sizes: readonly number[], m: PReLULinear) =>
      sizes.map((b) => toldAs[unit]?.((0.9 * b * weightsOf(m)) / fused(b, m)));
    expect(partOf({ ...implement({}), fusedIntensityCurve })?.points).toBe("0");
  });

  test("a right curve needs no bytes beside it", () => {
    const { fusedIntensityCurve } = implement({});
    const verdict = partOf({ fusedIntensityCurve });
    expect(verdict && nameFinding(verdict)).toBe("reading:half-multiplied");
  });

  test("one per mille off is another count", () => {
    const verdict = partOf(implement({ perSample: (m) => 1.002 * (2 * weightsOf(m) + m.inFeatures) }));
    expect(verdict && nameFinding(verdict)).toBe("unexplained");
  });
});

describe("the other parts", () => {
  test.each<[string, string, Implementation, string, string]>([
    ["bound", "always memory", { fusedBoundBy: () => "memory" }, "always-memory", "0"],
    [
      "bound",
      "the wrong way round",
      {
        fusedBoundBy: (x: Tensor, m: PReLULinear, gpu: Gpu) =>
          rightFlops(x, m) / fused(rowsOf(x), m) < ridgeOf(gpu) ? "compute" : "memory",
      },
      "reversed",
      "0",
    ],
    [
      "curve",
      "proportional to the batch",
      {
        fusedIntensityCurve: (sizes: readonly number[], m: PReLULinear) =>
          sizes.map((b) => (3.1 * b * m.inFeatures * m.outFeatures) / fused(1, m)),
      },
      "proportional",
      "0.1",
    ],
    ["optimal-batch", "none ever", { fusedOptimalBatchSize: () => null }, "never", "0"],
    [
      "optimal-batch",
      "the largest plotted",
      { fusedOptimalBatchSize: () => 64 },
      "largest-plotted-without-reason",
      "0.2",
    ],
  ])("%s: %s", (part, _, more, id, points) => {
    const verdict = judgeLast([question], { ...implement({}), ...more }).parts.find((one) => one.id === part);
    expect(verdict && nameFinding(verdict)).toBe(`reading:${id}`);
    expect(verdict?.points).toBe(points);
  });
});
