/** Points only for what is known: what is fixed is looked up, and one number on the ridge stands for all that is drawn. */
import type { PReLULinear, Tensor } from "../../contract/value";
import { bytesOf, countNonPositive, type Gpu, judge, macs, seeds } from "../../testing/attempts";
import type { Implementation } from "../../testing/judge-implementation";

const ridgeOf = ({ peakFlops, bandwidth }: Gpu): number => peakFlops / bandwidth;
const flopsOf = (x: Tensor, m: PReLULinear): number => 2 * macs(x, m) + countNonPositive(x);
const batchOf = ({ shape: [b = 0] }: Tensor): number => b;
const fixed = ["64x32", "256x256", "5x7", "1x1", "30x10", "32x24", "12x16"];
const isFixed = (m: PReLULinear): boolean => fixed.includes(`${m.inFeatures}x${m.outFeatures}`);

type Intensity = (x: Tensor, m: PReLULinear) => number;
/** As somebody counts who makes a slip that is named. */
const slips: readonly (readonly [string, Intensity])[] = [
  ["none", (x, m) => flopsOf(x, m) / bytesOf(4)(batchOf(x), m)],
  ["a single sample", (x, m) => flopsOf(x, m) / batchOf(x) / bytesOf(4)(1, m)],
  ["a single sample, by the bit", (x, m) => flopsOf(x, m) / batchOf(x) / bytesOf(32)(1, m)],
  ["FLOP of a single sample", (x, m) => flopsOf(x, m) / batchOf(x) / bytesOf(4)(batchOf(x), m)],
  ["bytes of a single sample", (x, m) => flopsOf(x, m) / bytesOf(4)(1, m)],
  ["by the element", (x, m) => flopsOf(x, m) / bytesOf(1)(batchOf(x), m)],
];
const thresholds = Array.from({ length: 19 }, (_, at) => 0.02 * 2 ** (at * 0.65));

describe.each(seeds)("under seed %s", (seed) => {
  // Every number under one of the seeds: neighbours fall between the same two of the ridges that are drawn.
  const own = thresholds.filter((_, at) => at % seeds.length === seeds.indexOf(seed));

  test.each(slips)("one number beside fixed models that are looked up, slip: %s", (_, intensity) => {
    const fusedToo = own.filter((threshold) => {
      const fusedBoundBy = (x: Tensor, m: PReLULinear, gpu: Gpu) =>
        ridgeOf(gpu) <= (isFixed(m) ? intensity(x, m) : threshold) ? "compute" : "memory";
      return !judge(["fused"], () => ({ fusedBoundBy }), seed).fused?.startsWith("0 ");
    });
    expect(fusedToo).toEqual([]);
    const earned = own.filter((threshold) => {
      const boundBy = (x: Tensor, m: PReLULinear, gpu: Gpu) =>
        ridgeOf(gpu) <= (isFixed(m) ? intensity(x, m) : threshold) ? "compute" : "memory";
      return !judge(["bound"], () => ({ boundBy }), seed).bound?.startsWith("0 ");
    });
    expect(earned).toEqual([]);
  });

  // Intensities above 1 and below, as far as no FLOP and no bytes tell them.
  test.each<readonly [string, (b: number, m: PReLULinear) => boolean]>([
    ["a few samples and a few outputs", (b, m) => b >= 3 && m.outFeatures >= 8],
    ["a few samples and a few inputs", (b, m) => b >= 3 && m.inFeatures >= 7],
    ["some more of both", (b, m) => b >= 4 && m.outFeatures >= 12],
    ["two samples", (b) => b > 2],
    ["a number of outputs in all", (b, m) => b * m.outFeatures >= 70],
    ["a hundred weights", (b, m) => b > 1 && m.inFeatures * m.outFeatures >= 100],
    ["three samples and six inputs", (b, m) => b >= 3 && m.inFeatures >= 6],
    ["a few of all three", (b, m) => b >= 3 && m.inFeatures >= 5 && m.outFeatures >= 4],
  ])("without the GPU, a number typed in earns nothing, whoever counts FLOP: %s", (_, isMany) => {
    const word = (x: Tensor, m: PReLULinear) => (isMany(batchOf(x), m) ? "compute" : "memory");
    const words = { boundBy: word, fusedBoundBy: word };
    for (const known of [{}, { preluFlops: countNonPositive, modelFlops: flopsOf }]) {
      const got = judge(["prelu", "model-flops", "bound", "fused"], () => ({ ...known, ...words }), seed);
      expect([got.bound, got.fused]).toEqual([expect.stringMatching(/^0 /), expect.stringMatching(/^0 /)]);
    }
  });

  test.each(["compute", "memory"])(
    '"%s" for all that is drawn, and an error where it would show, earns nothing',
    (word) => {
      const silent = (): Implementation => ({
        boundBy: (x: Tensor, m: PReLULinear) => {
          if (batchOf(x) === 1 || isFixed(m)) throw new Error("not here");
          return word;
        },
      });
      expect(judge(["bound"], silent, seed).bound).toMatch(/^0 /);
      const atOne = (): Implementation => ({
        boundBy: (x: Tensor, m: PReLULinear) => {
          if (batchOf(x) === 1 || m.inFeatures === 256) throw new Error("not here");
          return word;
        },
      });
      expect(judge(["bound"], atOne, seed).bound).toMatch(/^0 /);
    },
  );

  const bytesPerSample = (b: number, m: PReLULinear): number => b * (bytesOf(4)(1, m) - 4) + 4;
  const guessing =
    (modelBytes: (b: number, m: PReLULinear) => number, threshold: number) => (): Implementation => ({
      preluFlops: countNonPositive,
      modelFlops: flopsOf,
      modelBytes,
      boundBy: (x: Tensor, m: PReLULinear, gpu: Gpu) =>
        ridgeOf(gpu) < (isFixed(m) ? flopsOf(x, m) / modelBytes(batchOf(x), m) : threshold)
          ? "compute"
          : "memory",
      optimalBatchSize: (_: PReLULinear, gpu: Gpu) => (ridgeOf(gpu) < threshold ? 1 : null),
    });

  test.each([
    ["weights for every sample", bytesPerSample, 0.3],
    ["weights for every sample", bytesPerSample, 0.445],
    [
      "megabytes with the slope for every sample",
      (b: number, m: PReLULinear) => (bytesOf(4)(b, m) + 4 * (b - 1)) / 1e6,
      1e6,
    ],
  ])("bytes that have a name and leave one sample or none carry no guess: %s", (_, modelBytes, threshold) => {
    const ids = ["prelu", "model-flops", "model-bytes", "bound", "optimal-batch"];
    const got = judge(ids, guessing(modelBytes, threshold), seed);
    expect([got.bound, got["optimal-batch"]]).toEqual([
      expect.stringMatching(/^0 /),
      expect.stringMatching(/^0 /),
    ]);
  });

  type Bytes = (b: number, m: PReLULinear) => number;
  const withoutWeights: Bytes = (b, { inFeatures: n, outFeatures: m }) => 4 * b * (2 * n + m);
  test.each<[string, Bytes, number]>([
    ["one pass over the input, no weights", withoutWeights, 6],
    ["half precision, weights for every sample", (b, m) => bytesPerSample(b, m) / 2, 0.6],
    ["bits, weights for every sample", (b, m) => 8 * bytesPerSample(b, m), 0.02],
  ])(
    "one number, or one, for all that is drawn is no point without a person: %s",
    (_, modelBytes, threshold) => {
      const isNotebooks = (m: PReLULinear): boolean => m.inFeatures === 64 && m.outFeatures === 32;
      const guess = (): Implementation => ({
        modelBytes,
        boundBy: (_x: Tensor, _m: PReLULinear, gpu: Gpu) => (ridgeOf(gpu) < threshold ? "compute" : "memory"),
        optimalBatchSize: (m: PReLULinear, gpu: Gpu) =>
          (
            modelBytes === withoutWeights
              ? isNotebooks(m) && ridgeOf(gpu) > threshold
              : ridgeOf(gpu) >= threshold
          )
            ? null
            : 1,
      });
      const got = judge(["model-bytes", "bound", "optimal-batch"], guess, seed);
      const paid = [got.bound, got["optimal-batch"]].filter((one) => !/^0 |^0\.5 pending/.test(one ?? ""));
      expect(paid).toEqual([]);
    },
  );

  test("FLOP of one sample and bytes of the weights alone leave no single number for a bound", () => {
    const guess = (): Implementation => ({
      modelFlops: (x: Tensor, m: PReLULinear) => flopsOf(x, m) / batchOf(x),
      modelBytes: (_: number, m: PReLULinear) => 4 * (m.inFeatures * m.outFeatures + 1),
      boundBy: (_x: Tensor, _m: PReLULinear, gpu: Gpu) => (ridgeOf(gpu) <= 0.52 ? "compute" : "memory"),
    });
    expect(judge(["model-flops", "model-bytes", "bound"], guess, seed).bound).toMatch(/^0 |^0\.5 pending/);
  });

  test("own counts whose quotient is the batch size, for every model, carry half, and go to a person", () => {
    const alike = (): Implementation => ({
      modelFlops: (x: Tensor, m: PReLULinear) => macs(x, m),
      modelBytes: (_: number, m: PReLULinear) => m.inFeatures * m.outFeatures,
      boundBy: (x: Tensor, _: PReLULinear, gpu: Gpu) => (batchOf(x) >= ridgeOf(gpu) ? "compute" : "memory"),
      optimalBatchSize: (_: PReLULinear, gpu: Gpu) => Math.ceil(ridgeOf(gpu)),
    });
    const got = judge(["model-flops", "model-bytes", "bound", "optimal-batch"], alike, seed);
    expect([got.bound, got["optimal-batch"]]).toEqual(["0.5 pending_manual", "0.5 pending_manual"]);
  });

  test("megabytes with a slip are read as what they are by who multiplies them out", () => {
    const inMegabytes = (b: number, m: PReLULinear) => (bytesOf(4)(b, m) + 4 * (b - 1)) / 1e6;
    const honest = (): Implementation => ({
      preluFlops: countNonPositive,
      modelFlops: flopsOf,
      modelBytes: inMegabytes,
      boundBy: (x: Tensor, m: PReLULinear, gpu: Gpu) =>
        ridgeOf(gpu) <= flopsOf(x, m) / (1e6 * inMegabytes(batchOf(x), m)) ? "compute" : "memory",
    });
    expect(judge(["prelu", "model-flops", "model-bytes", "bound"], honest, seed).bound).toBe("1 graded");
  });
});
