import fc from "fast-check";
import { convNeXtV2Variants } from "./convnextv2/architecture";
import { peakOf } from "./convnextv2/events";
import { listTrainingEvents } from "./convnextv2/training-events";
import { type GpuKey, gpus } from "./gpus";
import { estimateAdamMemory, estimateLargestBatch, type ModelMemory, relativeError } from "./training-memory";

/** ConvNeXt V2 Large at 224. */
const large: ModelMemory = {
  params: 197_956_840,
  activationBytesPerSample: 543_878_320,
  inputBytesPerSample: 602_112,
};
const weights = 4n * 197_956_840n;
const activations = 543_878_320n;
const image = 4n * 3n * 224n * 224n;

const anyModel: fc.Arbitrary<ModelMemory> = fc.record({
  params: fc.integer({ min: 1, max: 1e9 }),
  activationBytesPerSample: fc.integer({ min: 1, max: 1e9 }),
  inputBytesPerSample: fc.integer({ min: 1, max: 1e7 }),
});
const anyMemory = fc.integer({ min: 1, max: 100 * 2 ** 30 });

function peakOfLargeAtOne(): bigint {
  return peakOf(
    listTrainingEvents({
      arch: convNeXtV2Variants.large,
      batchSize: 1,
      step: "foreach",
      iteration: "steady",
      priorGradients: "freed",
    }),
  );
}

describe("the Adam estimate", () => {
  test.each([
    [1, "3.711"],
    [2, "4.255"],
    [4, "5.343"],
    [8, "7.518"],
    [16, "11.869"],
  ])("of Large at batch %d is %s GB: 4 W + b A", (batchSize, gigabytes) => {
    const { total } = estimateAdamMemory(large, batchSize);
    expect(total).toBe(4n * weights + BigInt(batchSize) * activations);
    expect((Number(total) / 1e9).toFixed(3)).toBe(gigabytes);
  });

  test("is made of weights, as many gradients, twice as many moments, and activations", () => {
    expect(estimateAdamMemory(large, 3)).toEqual({
      weights,
      gradients: weights,
      moments: 2n * weights,
      activations: 3n * activations,
      total: 4n * weights + 3n * activations,
    });
  });

  test("takes in the images if they are booked with the activations", () => {
    const apart = estimateAdamMemory(large, 8);
    const together = estimateAdamMemory(large, 8, "with-activations");
    expect(together.activations - apart.activations).toBe(8n * image);
    expect(together.total - apart.total).toBe(8n * image);
  });

  test("refuses half a sample and an empty model", () => {
    expect(() => estimateAdamMemory(large, 0.5)).toThrow(
      "batch size must be an integer of at least 1, got 0.5",
    );
    expect(() => estimateAdamMemory({ ...large, params: 0 }, 1)).toThrow("params must be an integer");
  });
});

/** Largest batch of Large by the estimate. */
const largestBatches: readonly [GpuKey, bigint][] = [
  ["t4", 23n],
  ["p100", 25n],
  ["v100", 25n],
  ["rtx2080Ti", 15n],
  ["rtx3060", 17n],
  ["rtx3070", 9n],
  ["rtx3090", 40n],
  ["rtx4090", 40n],
  ["l4", 38n],
  ["a100At40GB", 73n],
  ["a100Sxm80", 152n],
  ["h100Sxm", 151n],
];

describe("the largest batch of Large", () => {
  test.each(largestBatches)("on %s is %d by the estimate", (key, largest) => {
    expect(estimateLargestBatch(large, gpus[key].memory)).toBe(largest);
  });

  test("on 4 GiB is 2 by the estimate, if all of it is free", () => {
    const memory = 4 * 2 ** 30;
    expect(estimateLargestBatch(large, memory)).toBe((4n * 2n ** 30n - 4n * weights) / activations);
    expect(estimateLargestBatch(large, memory)).toBe(2n);
  });

  test("is smaller by the images that are booked with the activations, where that tips it", () => {
    const memory = Number(4n * weights + 10n * activations + 9n * image);
    expect(estimateLargestBatch(large, memory)).toBe(10n);
    expect(estimateLargestBatch(large, memory, "with-activations")).toBe(9n);
  });

  test("fits to the byte, and not with a byte less", () => {
    const needed = Number(4n * weights + 7n * activations);
    expect(estimateLargestBatch(large, needed)).toBe(7n);
    expect(estimateLargestBatch(large, needed - 1)).toBe(6n);
  });
});

describe("the relative error of an estimate", () => {
  test("is negative for one too low, in parts of what was measured", () => {
    expect(relativeError(200n, 150n)).toBe(-0.25);
    expect(relativeError(200n, 250n)).toBe(0.25);
    expect(relativeError(200n, 200n)).toBe(0);
  });

  test("of Large at batch 1 is -6.3 %: the step's temporaries are missing, activations are gone by then", () => {
    const error = relativeError(peakOfLargeAtOne(), estimateAdamMemory(large, 1).total);
    expect(error.toFixed(3)).toBe("-0.063");
  });

  test("needs something measured", () => {
    expect(() => relativeError(0n, 1n)).toThrow("must be positive, got 0");
  });
});

// Property tests: growth in the batch by A, largest batch non-decreasing in memory, 0 below 4 W, and maximal.
describe("for any model", () => {
  test("one more sample costs exactly its activations", () => {
    fc.assert(
      fc.property(anyModel, fc.integer({ min: 1, max: 1e5 }), (model, batchSize) => {
        const growth =
          estimateAdamMemory(model, batchSize + 1).total - estimateAdamMemory(model, batchSize).total;
        expect(growth).toBe(BigInt(model.activationBytesPerSample));
      }),
    );
  });

  test("the estimate of the largest batch fits and that of the next one does not", () => {
    fc.assert(
      fc.property(anyModel, anyMemory, (model, memory) => {
        const largest = Number(estimateLargestBatch(model, memory));
        expect(estimateAdamMemory(model, largest + 1).total).toBeGreaterThan(BigInt(memory));
        if (largest > 0) {
          expect(estimateAdamMemory(model, largest).total).toBeLessThanOrEqual(BigInt(memory));
        }
      }),
    );
  });

  test("more memory never means a smaller batch", () => {
    fc.assert(
      fc.property(anyModel, anyMemory, fc.integer({ min: 0, max: 2 ** 33 }), (model, memory, extra) => {
        const more = estimateLargestBatch(model, memory + extra);
        expect(more).toBeGreaterThanOrEqual(estimateLargestBatch(model, memory));
      }),
    );
  });

  test("no sample fits where weights, gradients and moments do not", () => {
    fc.assert(
      fc.property(anyModel, fc.double({ min: 0, max: 1, noNaN: true }), (model, share) => {
        const memory = Math.max(1, Math.floor(share * (16 * model.params - 1)));
        expect(estimateLargestBatch(model, memory)).toBe(0n);
      }),
    );
  });
});
