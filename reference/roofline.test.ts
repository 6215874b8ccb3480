import fc from "fast-check";
import type { Fraction } from "./fraction";
import { compareFractions, fractionToNumber, makeFraction, multiplyFractions } from "./fraction";
import { gpus } from "./gpus";
import { modelBytes, splitPerBatch } from "./prelu-linear";
import type { IntensityOptions, PReLULinear } from "./roofline";
import {
  arithmeticIntensity,
  boundBy,
  intensityCurve,
  intensityLimit,
  modelIntensity,
  optimalBatchSize,
  ridgePoint,
  smallestBatchAtShareOfLimit,
  smallestComputeBoundBatch,
} from "./roofline";

const notebook: PReLULinear = { inFeatures: 64, outFeatures: 32 };
const none = { nonPositiveShare: makeFraction(0n) };
const half = { nonPositiveShare: makeFraction(1n, 2n) };
const all = { nonPositiveShare: makeFraction(1n) };
const fused = { fused: true } as const;
const batchSizes = [1, 2, 4, 8, 16, 32, 64];

const size = fc.integer({ min: 1, max: 3000 });
const models = fc.record({ inFeatures: size, outFeatures: size });
const anyOptions: fc.Arbitrary<IntensityOptions> = fc.record({
  fused: fc.boolean(),
  preluWeight: fc.boolean(),
  bytesPerElement: fc.constantFrom(2, 4, 8),
  additions: fc.constantFrom("exact", "from-zero"),
  nonPositiveShare: fc.nat({ max: 10 }).map((tenths) => makeFraction(BigInt(tenths), 10n)),
});

/** Numbers as a table of four decimals shows them. */
function toTable(values: readonly number[]): string[] {
  return values.map((value) => value.toFixed(4));
}

describe("arithmetic intensity of the notebook's model", () => {
  test.each([
    ["f = 0", none, [0.4505, 0.8202, 1.3908, 2.1328, 2.9086, 3.5552, 3.9998]],
    ["f = 1/2", half, [0.454, 0.8266, 1.4017, 2.1494, 2.9313, 3.5829, 4.031]],
    ["f = 1", all, [0.4575, 0.833, 1.4126, 2.1661, 2.954, 3.6107, 4.0623]],
    ["fused, f = 1/2", { ...half, ...fused }, [0.4811, 0.921, 1.6967, 2.9308, 4.6059, 6.4487, 8.0615]],
  ])("%s", (_, options, expected) => {
    expect(toTable(intensityCurve(batchSizes, notebook, options))).toEqual(toTable(expected));
  });

  test("is B (4096 + 64 f) / (896 B + 8196), and over 384 B + 8196 when fused", () => {
    for (const batchSize of batchSizes) {
      const flops = batchSize * (2 * 64 * 32 + 64 / 2);
      expect(intensityCurve([batchSize], notebook)).toEqual([flops / (896 * batchSize + 8196)]);
      expect(intensityCurve([batchSize], notebook, fused)).toEqual([flops / (384 * batchSize + 8196)]);
    }
  });

  test.each([
    [none, "4.5714", "10.6667"],
    [half, "4.6071", "10.7500"],
    [all, "4.6429", "10.8333"],
  ])("its limit (%#)", (options, unfusedLimit, fusedLimit) => {
    expect(fractionToNumber(intensityLimit(notebook, options)).toFixed(4)).toBe(unfusedLimit);
    expect(fractionToNumber(intensityLimit(notebook, { ...options, ...fused })).toFixed(4)).toBe(fusedLimit);
  });

  test("leaving out the PReLU's weight changes it by 0.04 % at batch 1", () => {
    const [withWeight = 0] = intensityCurve([1], notebook);
    const [without = 0] = intensityCurve([1], notebook, { preluWeight: false });
    expect((without / withWeight - 1) * 100).toBeCloseTo(0.044, 3);
  });

  test("spans 0.4505 to 0.4577 over the conventions that count 2 FLOP per MAC", () => {
    const [least] = intensityCurve([1], notebook, none);
    const [most] = intensityCurve([1], notebook, { ...all, preluWeight: false });
    expect([least?.toFixed(4), most?.toFixed(4)]).toEqual(["0.4505", "0.4577"]);
  });

  test("nothing moved has no intensity", () => {
    expect(() => arithmeticIntensity(1n, 0n)).toThrow(RangeError);
  });
});

describe("arithmetic intensity of any model", () => {
  test("increases, ever more slowly, towards its limit", () => {
    fc.assert(
      fc.property(models, anyOptions, fc.integer({ min: 1, max: 10_000 }), (model, options, batchSize) => {
        const [first, second, third] = [0, 1, 2].map((more) =>
          modelIntensity(batchSize + more, model, options),
        );
        if (first === undefined || second === undefined || third === undefined) {
          throw new Error("three batch sizes give three intensities");
        }
        const chord = multiplyFractions(makeFraction(1n, 2n), sum(first, third));
        expect(compareFractions(first, second)).toBe(-1);
        expect(compareFractions(chord, second)).toBe(-1);
        expect(compareFractions(third, intensityLimit(model, options))).toBe(-1);
      }),
    );
  });

  test("doubles when the bytes per element halve", () => {
    fc.assert(
      fc.property(models, anyOptions, size, (model, options, batchSize) => {
        const wide = modelIntensity(batchSize, model, { ...options, bytesPerElement: 8 });
        const narrow = modelIntensity(batchSize, model, { ...options, bytesPerElement: 4 });
        expect(narrow).toEqual(multiplyFractions(makeFraction(2n), wide));
      }),
    );
  });

  test("is higher when fused, for every batch", () => {
    fc.assert(
      fc.property(models, anyOptions, size, (model, options, batchSize) => {
        const unfusedIntensity = modelIntensity(batchSize, model, { ...options, fused: false });
        const fusedIntensity = modelIntensity(batchSize, model, { ...options, fused: true });
        expect(compareFractions(unfusedIntensity, fusedIntensity)).toBe(-1);
      }),
    );
  });

  function sum(a: Fraction, b: Fraction): Fraction {
    return makeFraction(
      a.numerator * b.denominator + b.numerator * a.denominator,
      a.denominator * b.denominator,
    );
  }
});

describe("bound", () => {
  test("the notebook's model at batch 1 is memory bound on every GPU, fused or not", () => {
    for (const gpu of Object.values(gpus)) {
      for (const options of [none, half, all]) {
        expect(boundBy(modelIntensity(1, notebook, options), gpu)).toBe("memory");
        expect(boundBy(modelIntensity(1, notebook, { ...options, ...fused }), gpu)).toBe("memory");
      }
    }
  });

  test("the ridge itself is compute bound, anything below is memory bound", () => {
    const gpu = { peakFlops: 3e12, bandwidth: 1e12 };
    expect(boundBy(makeFraction(3n), gpu)).toBe("compute");
    expect(boundBy(makeFraction(3n * 10n ** 30n - 1n, 10n ** 30n), gpu)).toBe("memory");
    expect(boundBy(makeFraction(4n), gpu)).toBe("compute");
  });

  test("the ridge is exact where a quotient of doubles is not", () => {
    expect(ridgePoint({ peakFlops: 19.5e12, bandwidth: 2039e9 })).toEqual(makeFraction(19_500n, 2039n));
    expect(ridgePoint({ peakFlops: 0.5, bandwidth: 0.25 })).toEqual(makeFraction(2n));
  });

  test.each([
    [{ peakFlops: 0, bandwidth: 1 }, "0 FLOP/s and 1 bytes/s"],
    [{ peakFlops: 1, bandwidth: -1 }, "1 FLOP/s and -1 bytes/s"],
    [{ peakFlops: Number.NaN, bandwidth: 1 }, "NaN FLOP/s and 1 bytes/s"],
  ])("a GPU without speed has no ridge (%#)", (gpu, got) => {
    expect(() => ridgePoint(gpu)).toThrow(
      new RangeError(`peakFlops and bandwidth must be positive, got ${got}.`),
    );
  });
});

describe("optimal batch size", () => {
  const tenths = (value: bigint) => makeFraction(value, 10n);

  test.each([
    ["R = 0.5", tenths(5n), [2n, 2n, 2n]],
    ["R = 2", tenths(20n), [8n, 8n, 7n]],
    ["R = 4.6", tenths(46n), [null, 5891n, 982n]],
    ["a CPU's R = 10", tenths(100n), [null, null, null]],
  ])("%s for f = 0, 1/2, 1", (_, ridge, expected) => {
    expect([none, half, all].map((options) => smallestComputeBoundBatch(notebook, ridge, options))).toEqual(
      expected,
    );
  });

  test("no GPU makes the unfused model compute bound", () => {
    for (const gpu of Object.values(gpus)) {
      expect([none, half, all].map((options) => optimalBatchSize(notebook, gpu, options))).toEqual([
        null,
        null,
        null,
      ]);
    }
  });

  test("the fused model is compute bound on the 80 GB A100s only", () => {
    const expected = new Map<string, readonly bigint[]>([
      [gpus.a100Sxm80.name, [186n, 173n, 161n]],
      [gpus.a100Pcie80.name, [366n, 320n, 285n]],
    ]);
    for (const gpu of Object.values(gpus)) {
      const found = [none, half, all].map((options) =>
        optimalBatchSize(notebook, gpu, { ...options, ...fused }),
      );
      expect([gpu.name, found]).toEqual([gpu.name, expected.get(gpu.name) ?? [null, null, null]]);
    }
  });

  test("is the first batch that reaches the ridge", () => {
    const ridges = fc
      .tuple(fc.bigInt({ min: 1n, max: 10n ** 15n }), fc.bigInt({ min: 1n, max: 10n ** 14n }))
      .map(([peak, bandwidth]) => makeFraction(peak, bandwidth));
    fc.assert(
      fc.property(models, anyOptions, ridges, (model, options, ridge) => {
        const batch = smallestComputeBoundBatch(model, ridge, options);
        if (batch === null) {
          expect(compareFractions(intensityLimit(model, options), ridge)).toBeLessThanOrEqual(0);
          return;
        }
        const intensityAt = (size: bigint) => modelIntensity(Number(size), model, options);
        expect(batch).toBeGreaterThanOrEqual(1n);
        expect(compareFractions(intensityAt(batch), ridge)).toBeGreaterThanOrEqual(0);
        expect(batch === 1n || compareFractions(intensityAt(batch - 1n), ridge) < 0).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  test("a ridge at the limit is never reached, one at a batch's own intensity is reached there", () => {
    expect(smallestComputeBoundBatch(notebook, intensityLimit(notebook))).toBeNull();
    expect(smallestComputeBoundBatch(notebook, modelIntensity(17, notebook))).toBe(17n);
  });

  test("a ridge must be positive", () => {
    expect(() => smallestComputeBoundBatch(notebook, makeFraction(0n))).toThrow(
      new RangeError("a ridge point is positive, got 0 FLOP per byte."),
    );
  });
});

describe("other answers to the largest sensible batch", () => {
  test.each([
    [makeFraction(1n, 2n), 10n, 22n],
    [makeFraction(9n, 10n), 83n, 193n],
    [makeFraction(19n, 20n), 174n, 406n],
    [makeFraction(99n, 100n), 906n, 2114n],
  ])("the knee (%#): the first batch at a share of the limit", (share, unfusedBatch, fusedBatch) => {
    expect(smallestBatchAtShareOfLimit(notebook, share)).toBe(unfusedBatch);
    expect(smallestBatchAtShareOfLimit(notebook, share, fused)).toBe(fusedBatch);
    const reached = modelIntensity(Number(unfusedBatch), notebook);
    const before = modelIntensity(Number(unfusedBatch) - 1, notebook);
    const goal = multiplyFractions(share, intensityLimit(notebook));
    expect([compareFractions(before, goal), compareFractions(reached, goal) >= 0]).toEqual([-1, true]);
  });

  test.each([
    [{}, "9.147"],
    [fused, "21.344"],
  ])("half of the limit lies where weights and samples move the same bytes (%#)", (options, batch) => {
    const { perSample, perBatch } = splitPerBatch((batchSize) => modelBytes(batchSize, notebook, options));
    expect(fractionToNumber(makeFraction(perBatch, perSample)).toFixed(3)).toBe(batch);
  });

  test.each([0n, 1n])("a share of %s is refused", (share) => {
    expect(() => smallestBatchAtShareOfLimit(notebook, makeFraction(share))).toThrow(
      new RangeError(`a share of the limit lies between 0 and 1, got ${share}.`),
    );
  });
});
