import fc from "fast-check";
import { anyArchitecture, anyVariant, listEarlyFrees } from "../testing/arbitraries";
import { countImageBytes, countSavedBytes } from "./activations";
import { type ConvNeXtV2, type ConvNeXtV2Variant, convNeXtV2Variants } from "./architecture";
import { liveAfter, liveAtPeak, peakOf } from "./events";
import { listForwardEvents } from "./forward-events";
import type { GradMode } from "./forward-pass";
import { countParameterBytes } from "./parameters";

const large = convNeXtV2Variants.large;
const variants = Object.keys(convNeXtV2Variants) as ConvNeXtV2Variant[];
const modes: readonly GradMode[] = ["grad", "no-grad"];

/** Bytes of parameters and images, which a forward pass finds in memory. */
function countGiven(arch: ConvNeXtV2, batchSize: number, imageSide = 224): bigint {
  return countParameterBytes(arch) + BigInt(batchSize) * countImageBytes(arch, imageSide);
}

/** Elements of a block's map in a stage at 224 pixels. */
function countMap(arch: ConvNeXtV2, stage: number): bigint {
  return BigInt(arch.dims[stage] ?? 0) * (56n / 2n ** BigInt(stage)) ** 2n;
}

describe("Large on 8 images of 224", () => {
  test("peaks at 5,157,206,240 bytes in grad mode", () => {
    expect(peakOf(listForwardEvents({ arch: large, batchSize: 8, mode: "grad" }))).toBe(5_157_206_240n);
  });

  test("peaks at 1,085,707,168 bytes without gradients", () => {
    expect(peakOf(listForwardEvents({ arch: large, batchSize: 8, mode: "no-grad" }))).toBe(1_085_707_168n);
  });

  test("starts from 796,644,256 bytes of parameters and images", () => {
    expect(countGiven(large, 8)).toBe(796_644_256n);
  });

  test("has 4,360,561,984 bytes of activations at its peak, 9,633,792 of them temporary", () => {
    const live = liveAtPeak(listForwardEvents({ arch: large, batchSize: 8, mode: "grad" }));
    expect(live.activation + live.temporary).toBe(4_360_561_984n);
    expect(live.temporary).toBe(8n * 4n * 4n * (1536n * 7n * 7n));
  });

  test("names tensors after layers", () => {
    const ops = listForwardEvents({ arch: large, batchSize: 8, mode: "grad" }).map(({ op }) => op);
    expect(ops).toContain("stages.0.blocks.1.conv_dw");
    expect(ops).toContain("stages.3.downsample.1");
    expect(ops).toContain("head.fc");
  });
});

describe("every published variant", () => {
  test.each(variants)(
    "%s peaks in grad mode at b A + 4 u4 - head beyond parameters and images",
    (variant) => {
      const arch = convNeXtV2Variants[variant];
      const head = 2n * BigInt(arch.dims[3] ?? 0) + 2n;
      for (const batchSize of [1, 8]) {
        const peak = peakOf(listForwardEvents({ arch, batchSize, mode: "grad" }));
        const perSample = countSavedBytes(arch) + 4n * (4n * countMap(arch, 3) - head);
        expect(peak - countGiven(arch, batchSize)).toBe(BigInt(batchSize) * perSample);
      }
    },
  );

  test.each(variants)("%s peaks without gradients at 15 u1 + 8 c1 elements per sample", (variant) => {
    const arch = convNeXtV2Variants[variant];
    for (const batchSize of [1, 8]) {
      const peak = peakOf(listForwardEvents({ arch, batchSize, mode: "no-grad" }));
      const perSample = 4n * (15n * countMap(arch, 0) + 8n * BigInt(arch.dims[0] ?? 0));
      expect(peak - countGiven(arch, batchSize)).toBe(BigInt(batchSize) * perSample);
    }
  });

  test.each([
    ["atto", "7.2"],
    ["femto", "8.6"],
    ["pico", "11.5"],
    ["nano", "14.4"],
    ["tiny", "17.2"],
    ["small", "17.2"],
    ["base", "23.0"],
    ["large", "34.5"],
    ["huge", "63.2"],
  ] as const)("%s passes without gradients through %s MiB per sample", (variant, mebibytes) => {
    const arch = convNeXtV2Variants[variant];
    const peak = peakOf(listForwardEvents({ arch, batchSize: 1, mode: "no-grad" }));
    expect((Number(peak - countGiven(arch, 1)) / 2 ** 20).toFixed(1)).toBe(mebibytes);
  });
});

/**
 * Peaks that PyTorch 2.5.1's profiler recorded on a CPU, convolutions replaced by allocations of their
 * results.
 */
test.each([
  ["atto", 8, "grad", 403_510_464n],
  ["base", 4, "grad", 1_811_061_312n],
  ["large", 8, "grad", 5_157_206_240n],
  ["huge", 1, "grad", 3_640_893_000n],
  ["atto", 8, "no-grad", 79_871_936n],
  ["pico", 8, "no-grad", 137_436_320n],
  ["base", 4, "no-grad", 453_633_952n],
  ["large", 8, "no-grad", 1_085_707_168n],
  ["huge", 1, "no-grad", 2_708_004_256n],
] as const)("%s at batch size %d, %s: the pass peaks as recorded", (variant, batchSize, mode, recorded) => {
  expect(peakOf(listForwardEvents({ arch: convNeXtV2Variants[variant], batchSize, mode }))).toBe(recorded);
});

// Property tests: what is freed was there, what stays alive, and growth with the batch, for any architecture.
describe("for any architecture", () => {
  const anyMode = fc.constantFrom(...modes);
  const anyBatch = fc.integer({ min: 1, max: 6 });

  test("a tensor is freed at most once, after it came to life", () => {
    fc.assert(
      fc.property(anyArchitecture(), anyBatch, anyMode, (arch, batchSize, mode) => {
        const events = listForwardEvents({ arch, batchSize, mode, imageSide: 32 });
        expect(listEarlyFrees(events)).toEqual([]);
        expect(liveAfter(events).temporary).toBe(0n);
      }),
    );
  });

  test("exactly what backward needs, and the logits, outlive the pass in grad mode", () => {
    fc.assert(
      fc.property(anyArchitecture(), anyBatch, (arch, batchSize) => {
        const live = liveAfter(listForwardEvents({ arch, batchSize, mode: "grad", imageSide: 32 }));
        const perSample = countSavedBytes(arch, 32) + 4n * BigInt(arch.numClasses);
        expect(live.activation).toBe(BigInt(batchSize) * perSample);
      }),
    );
  });

  test("only the logits outlive it without gradients", () => {
    fc.assert(
      fc.property(anyArchitecture(), anyBatch, (arch, batchSize) => {
        const live = liveAfter(listForwardEvents({ arch, batchSize, mode: "no-grad", imageSide: 32 }));
        expect(live.activation).toBe(BigInt(batchSize) * 4n * BigInt(arch.numClasses));
      }),
    );
  });

  test("the peak beyond parameters is proportional to the batch", () => {
    fc.assert(
      fc.property(anyArchitecture(), anyBatch, anyMode, (arch, batchSize, mode) => {
        const transient = (size: number) =>
          peakOf(listForwardEvents({ arch, batchSize: size, mode, imageSide: 32 })) -
          countParameterBytes(arch);
        expect(transient(batchSize)).toBe(BigInt(batchSize) * transient(1));
      }),
    );
  });

  test("gradients never make a published variant's pass cheaper", () => {
    fc.assert(
      fc.property(anyVariant, anyBatch, (variant, batchSize) => {
        const arch = convNeXtV2Variants[variant];
        const [withGradients, without] = modes.map((mode) =>
          peakOf(listForwardEvents({ arch, batchSize, mode, imageSide: 64 })),
        );
        expect(withGradients).toBeGreaterThan(without ?? 0n);
      }),
      { numRuns: 20 },
    );
  });
});
