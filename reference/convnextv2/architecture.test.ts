import {
  type ConvNeXtV2,
  convNeXtV2Variants,
  countImageElements,
  listSizedStages,
  listStages,
} from "./architecture";

const large = convNeXtV2Variants.large;

describe("the published variants", () => {
  test("Large is 3, 3, 27, 3 blocks of 192, 384, 768, 1536 channels", () => {
    expect(large).toEqual({
      depths: [3, 3, 27, 3],
      dims: [192, 384, 768, 1536],
      inChannels: 3,
      numClasses: 1000,
    });
  });

  test("there are nine, each doubling its width from stage to stage and larger than the one before", () => {
    const firstWidths = Object.values(convNeXtV2Variants).map((arch) => arch.dims[0]);
    expect(firstWidths).toEqual([40, 48, 64, 80, 96, 96, 128, 192, 352]);
    for (const { dims } of Object.values(convNeXtV2Variants)) {
      expect(dims.slice(1)).toEqual(dims.slice(0, -1).map((dim) => 2 * dim));
    }
  });
});

describe("stages", () => {
  test("halve the side from the stem's quarter on: 56, 28, 14, 7 at 224", () => {
    expect(listSizedStages(large).all.map((stage) => stage.side)).toEqual([56n, 28n, 14n, 7n]);
  });

  test("drop the pixels that no kernel reaches: 63, 31, 15, 7 at 255", () => {
    expect(listSizedStages(large, 255).all.map((stage) => stage.side)).toEqual([63n, 31n, 15n, 7n]);
  });

  test("take in what the stage before puts out, and only the first has no downsampling", () => {
    const stages = listStages(large).all;
    expect(stages.map((stage) => stage.inputChannels)).toEqual([192n, 192n, 384n, 768n]);
    expect(stages.map((stage) => stage.hasDownsample)).toEqual([false, true, true, true]);
  });

  test("an image of 224 pixels a side has 3 x 224 x 224 elements", () => {
    expect(countImageElements(large)).toBe(3n * 224n * 224n);
  });
});

describe("a malformed architecture is named", () => {
  const change = (change: Partial<ConvNeXtV2>): ConvNeXtV2 => ({ ...large, ...change });

  test.each([
    ["different lengths", change({ depths: [3, 3, 27] }), "got 3 depths and 4 dims"],
    ["no stage", change({ depths: [], dims: [] }), "at least one stage"],
    [
      "an empty stage",
      change({ depths: [3, 0, 27, 3] }),
      "depths[1] must be an integer of at least 1, got 0",
    ],
    ["half a channel", change({ dims: [192, 384, 768, 0.5] }), "dims[3] must be an integer"],
  ])("%s", (_, arch, message) => {
    expect(() => listStages(arch)).toThrow(RangeError);
    expect(() => listStages(arch)).toThrow(message);
  });

  test("an image too small for the last stage", () => {
    expect(listSizedStages(large, 32).last.side).toBe(1n);
    expect(() => listSizedStages(large, 31)).toThrow("at least one pixel in stage 3, got 31");
  });
});
