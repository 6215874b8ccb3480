import fc from "fast-check";
import { anyArchitecture, anyVariant } from "../testing/arbitraries";
import { type ConvNeXtV2, type ConvNeXtV2Variant, convNeXtV2Variants } from "./architecture";
import { countOutputActivations, countTimmMacs, type LayerCost, listLayerCosts } from "./macs";

/**
 * `gmacs` and `macts` as printed in timm's `results/benchmark-infer-amp-*.csv`: every pair of variant and
 * side.
 */
const timmTable: readonly [ConvNeXtV2Variant, number, string, string][] = [
  ["atto", 224, "0.55", "3.81"],
  ["femto", 224, "0.79", "4.57"],
  ["pico", 224, "1.37", "6.10"],
  ["nano", 224, "2.46", "8.37"],
  ["tiny", 224, "4.47", "13.44"],
  ["small", 224, "8.71", "21.56"],
  ["base", 224, "15.38", "28.75"],
  ["large", 224, "34.40", "43.13"],
  ["huge", 224, "115.00", "79.07"],
  ["atto", 288, "0.91", "6.30"],
  ["femto", 288, "1.30", "7.56"],
  ["pico", 288, "2.27", "10.08"],
  ["nano", 288, "4.06", "13.84"],
  ["tiny", 288, "7.39", "22.21"],
  ["base", 288, "25.43", "47.53"],
  ["large", 288, "56.87", "71.29"],
  ["huge", 288, "190.10", "130.70"],
  ["nano", 384, "7.22", "24.61"],
  ["tiny", 384, "13.14", "39.48"],
  ["base", 384, "45.21", "84.49"],
  ["large", 384, "101.10", "126.74"],
  ["huge", 384, "337.96", "232.35"],
  ["huge", 512, "600.81", "413.07"],
];

const countMacs = (arch: ConvNeXtV2, side?: number): bigint => sumMacs(listLayerCosts(arch, side));
const sumMacs = (costs: readonly LayerCost[]): bigint =>
  costs.reduce((sum, cost) => sum + ("macs" in cost ? cost.macs : 0n), 0n);

describe("timm's tables", () => {
  test.each(timmTable)("%s at %d: %s GMAC, %s million activations", (variant, side, gmacs, macts) => {
    const arch = convNeXtV2Variants[variant];
    expect((Number(countTimmMacs(arch, side)) / 1e9).toFixed(2)).toBe(gmacs);
    expect((Number(countOutputActivations(arch, side)) / 1e6).toFixed(2)).toBe(macts);
  });

  test("count more than multiply-accumulates: 5 per normed element, 1 per pooled one", () => {
    const costs = listLayerCosts(convNeXtV2Variants.large);
    const normed = costs.reduce((sum, cost) => sum + ("elements" in cost ? cost.elements : 0n), 0n);
    const pooled = 1536n * 7n * 7n;
    expect(countTimmMacs(convNeXtV2Variants.large)).toBe(
      countMacs(convNeXtV2Variants.large) + 5n * normed + pooled,
    );
  });
});

describe("pure multiply-accumulates", () => {
  test.each([
    ["atto", "0.547"],
    ["femto", "0.780"],
    ["pico", "1.367"],
    ["nano", "2.446"],
    ["tiny", "4.456"],
    ["small", "8.684"],
    ["base", "15.355"],
    ["large", "34.361"],
    ["huge", "114.922"],
  ] as const)("%s at 224: %s GMAC", (variant, gmacs) => {
    expect((Number(countMacs(convNeXtV2Variants[variant])) / 1e9).toFixed(3)).toBe(gmacs);
  });

  test("a block of c channels on h x w costs hwc (7^2 + 4c + 4c)", () => {
    const c = 384n;
    const positions = 28n * 28n;
    const block = listLayerCosts(convNeXtV2Variants.large).filter(({ layer }) =>
      layer.startsWith("stages.1.blocks.0."),
    );
    expect(sumMacs(block)).toBe(positions * c * (49n + 8n * c));
  });
});

// Property tests: doubling the image's side, and the sum over layers.
describe("for any architecture", () => {
  test("four times the pixels cost four times the multiply-accumulates, the classifier apart", () => {
    fc.assert(
      fc.property(anyArchitecture(), fc.integer({ min: 1, max: 3 }), (arch, factor) => {
        const side = 32 * factor;
        const classifier = BigInt(arch.dims.at(-1) ?? 0) * BigInt(arch.numClasses);
        expect(countMacs(arch, 2 * side) - classifier).toBe(4n * (countMacs(arch, side) - classifier));
      }),
    );
  });

  test("a published variant's outputs are fewer than its multiply-accumulates", () => {
    fc.assert(
      fc.property(anyVariant, fc.integer({ min: 32, max: 512 }), (variant, side) => {
        const arch = convNeXtV2Variants[variant];
        expect(countOutputActivations(arch, side)).toBeLessThan(countMacs(arch, side));
      }),
    );
  });
});
