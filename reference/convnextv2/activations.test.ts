import fc from "fast-check";
import { anyArchitecture } from "../testing/arbitraries";
import { countImageBytes, countSavedBytes, countSavedElements, listSavedTensors } from "./activations";
import { type ConvNeXtV2, type ConvNeXtV2Variant, convNeXtV2Variants } from "./architecture";

const large = convNeXtV2Variants.large;

/** Bytes kept per sample at 224, read off `saved_tensors_hooks` on instantiated models. */
const saved: readonly [ConvNeXtV2Variant, bigint, string][] = [
  ["atto", 47_734_184n, "45.5"],
  ["femto", 57_254_824n, "54.6"],
  ["pico", 76_296_104n, "72.8"],
  ["nano", 104_894_448n, "100.0"],
  ["tiny", 168_826_408n, "161.0"],
  ["small", 272_037_040n, "259.4"],
  ["base", 362_650_800n, "345.9"],
  ["large", 543_878_320n, "518.7"],
  ["huge", 996_947_120n, "950.8"],
];

/** Stem, downsamplings, blocks and head as sums of maps, for sides that divide evenly. */
function sumByFormula({ depths, dims }: ConvNeXtV2, imageSide: number): bigint {
  const side = (stage: number) => BigInt(imageSide) / (4n * 2n ** BigInt(stage));
  const map = (stage: number) => BigInt(dims[stage] ?? 0) * side(stage) ** 2n;
  const stem = map(0) + 2n * side(0) ** 2n;
  const head = 2n * BigInt(dims.at(-1) ?? 0) + 2n;
  return dims.reduce((sum, dim, stage) => {
    const downsample = stage === 0 ? 0n : 2n * map(stage - 1) + 2n * side(stage - 1) ** 2n;
    const block = 19n * map(stage) + 2n * side(stage) ** 2n + 8n * BigInt(dim) + 1n;
    return sum + downsample + BigInt(depths[stage] ?? 0) * block;
  }, stem + head);
}

function sumMebibytes(startsWith: string): string {
  const elements = listSavedTensors(large)
    .filter(({ savedBy }) => savedBy.startsWith(startsWith))
    .reduce((sum, { elementsPerSample }) => sum + elementsPerSample, 0n);
  return (Number(4n * elements) / 2 ** 20).toFixed(1);
}

describe("bytes kept for backward per sample", () => {
  test.each(saved)("%s keeps %d bytes: %s MiB", (variant, bytes, mebibytes) => {
    expect(countSavedBytes(convNeXtV2Variants[variant])).toBe(bytes);
    expect((Number(bytes) / 2 ** 20).toFixed(1)).toBe(mebibytes);
  });

  test("Large keeps most in its third stage, and most per block in its first", () => {
    expect(
      ["stem.", "stages.0.", "stages.1.blocks.", "stages.2.blocks.", "stages.3.blocks."].map(sumMebibytes),
    ).toEqual(["2.3", "131.0", "65.5", "295.2", "16.5"]);
    expect(
      ["stages.1.downsample.", "stages.2.downsample.", "stages.3.downsample."].map(sumMebibytes),
    ).toEqual(["4.6", "2.3", "1.1"]);
    expect(
      ["stages.0.blocks.0.", "stages.1.blocks.0.", "stages.2.blocks.0.", "stages.3.blocks.0."].map(
        sumMebibytes,
      ),
    ).toEqual(["43.7", "21.8", "10.9", "5.5"]);
  });

  test("a block keeps 19u + 2hw + 8c + 1 elements", () => {
    const [channels, side] = [192n, 56n];
    const map = channels * side * side;
    const ofBlock = listSavedTensors(large).filter(({ savedBy }) => savedBy.startsWith("stages.0.blocks.0."));
    const kept = ofBlock.reduce((sum, { elementsPerSample }) => sum + elementsPerSample, 0n);
    expect(kept).toBe(19n * map + 2n * side * side + 8n * channels + 1n);
  });

  test("the image is apart: 602,112 bytes at 3 x 224 x 224", () => {
    expect(countImageBytes(large)).toBe(4n * 3n * 224n * 224n);
    expect(listSavedTensors(large).some(({ savedBy }) => savedBy === "stem.0")).toBe(false);
  });
});

// Property tests: the formula for any architecture, and bytes proportional to the element size.
describe("for any architecture", () => {
  test("the tensors add up to the formula", () => {
    fc.assert(
      fc.property(anyArchitecture(), fc.integer({ min: 1, max: 8 }), (arch, factor) => {
        expect(countSavedElements(arch, 32 * factor)).toBe(sumByFormula(arch, 32 * factor));
      }),
    );
  });

  test("bytes are elements times the size of one", () => {
    fc.assert(
      fc.property(anyArchitecture(), fc.integer({ min: 1, max: 16 }), (arch, bytesPerElement) => {
        const elements = countSavedElements(arch, 64);
        expect(countSavedBytes(arch, 64, bytesPerElement)).toBe(elements * BigInt(bytesPerElement));
      }),
    );
  });
});
