/**
 * ConvNeXt V2 as a list of layers and sizes, and the nine published variants.
 *
 * Sources: Woo et al., "ConvNeXt V2: Co-designing and Scaling ConvNets with Masked Autoencoders" (2023),
 * section 5 and appendix, for eight variants; timm's `timm/models/convnext.py`, `convnextv2_atto` ...
 * `convnextv2_huge`, for all nine (Small is timm's).
 */

import { readDimension } from "../dimension";

/**
 * A ConvNeXt V2 classifier: `depths[i]` blocks of `dims[i]` channels in stage i, images of `inChannels`
 * channels in, `numClasses` logits out.
 */
export interface ConvNeXtV2 {
  readonly depths: readonly number[];
  readonly dims: readonly number[];
  readonly inChannels: number;
  readonly numClasses: number;
}

/** Side of the stem's square kernel, equal to its stride. */
export const stemKernel = 4n;
/** Side of the square kernel between two stages, equal to its stride. */
export const downsampleKernel = 2n;
/** Side of a block's depthwise kernel; stride 1, padded to keep the size. */
export const depthwiseKernel = 7n;
/** Hidden channels of a block's multilayer perceptron per channel of the block. */
export const mlpRatio = 4n;
/** Side of the images in pixels wherever a function is not told otherwise. */
export const defaultImageSide = 224;

/**
 * One stage: `depth` blocks of `channels` channels, behind a norm and a convolution that halve the side
 * (`downsample`).
 */
export interface Stage {
  readonly index: number;
  readonly depth: number;
  readonly channels: bigint;
  /** Channels that reach the stage: those of the stem in stage 0, of the stage before it elsewhere. */
  readonly inputChannels: bigint;
  /** The first stage takes the stem's output as it is. */
  readonly hasDownsample: boolean;
}

/** A stage on images of a given size; maps are square, `side` and `inputSide` are in pixels. */
export interface SizedStage extends Stage {
  readonly side: bigint;
  readonly inputSide: bigint;
}

function describeVariant(depths: readonly number[], firstDim: number): ConvNeXtV2 {
  return { depths, dims: [1, 2, 4, 8].map((factor) => factor * firstDim), inChannels: 3, numClasses: 1000 };
}

/** The nine published variants, smallest first, as ImageNet-1k classifiers. */
export const convNeXtV2Variants = {
  atto: describeVariant([2, 2, 6, 2], 40),
  femto: describeVariant([2, 2, 6, 2], 48),
  pico: describeVariant([2, 2, 6, 2], 64),
  nano: describeVariant([2, 2, 8, 2], 80),
  tiny: describeVariant([3, 3, 9, 3], 96),
  small: describeVariant([3, 3, 27, 3], 96),
  base: describeVariant([3, 3, 27, 3], 128),
  large: describeVariant([3, 3, 27, 3], 192),
  huge: describeVariant([3, 3, 27, 3], 352),
} as const satisfies Readonly<Record<string, ConvNeXtV2>>;

/** A key of {@link convNeXtV2Variants}. */
export type ConvNeXtV2Variant = keyof typeof convNeXtV2Variants;

/** The stages of an architecture, in order; there is at least one. */
export interface StageList<S extends Stage> {
  readonly all: readonly S[];
  readonly first: S;
  readonly last: S;
}

/**
 * The stages of an architecture.
 *
 * @throws RangeError when depths and dims differ in length, are empty, or hold anything but positive integers
 */
export function listStages(arch: ConvNeXtV2): StageList<Stage> {
  if (arch.depths.length !== arch.dims.length) {
    throw new RangeError(
      `depths and dims must name the same stages, got ${arch.depths.length} depths and ${arch.dims.length} dims: ` +
        "give one of each per stage.",
    );
  }
  const readWidth = (index: number): bigint =>
    readDimension(`dims[${index}]`, arch.dims[index] ?? Number.NaN);
  return makeStageList(
    arch.depths.map((depth, index) => {
      const width = readWidth(index);
      return {
        index,
        depth: Number(readDimension(`depths[${index}]`, depth)),
        channels: width,
        inputChannels: index === 0 ? width : readWidth(index - 1),
        hasDownsample: index > 0,
      };
    }),
  );
}

/**
 * The stages with the sides of their maps: floor(imageSide / 4) in the first, floor(half of the one before)
 * in the others, since neither stem nor downsampling pads.
 *
 * @param imageSide height and width of the images in pixels
 * @throws RangeError when the architecture is malformed or the image too small to leave one pixel in every stage
 */
export function listSizedStages(arch: ConvNeXtV2, imageSide = defaultImageSide): StageList<SizedStage> {
  let inputSide = readDimension("image side", imageSide) / stemKernel;
  const sized = listStages(arch).all.map((stage) => {
    const side = stage.hasDownsample ? inputSide / downsampleKernel : inputSide;
    if (side < 1n) {
      throw new RangeError(
        `the image side must leave at least one pixel in stage ${stage.index}, got ${imageSide}: take a larger one.`,
      );
    }
    const sizedStage = { ...stage, side, inputSide };
    inputSide = side;
    return sizedStage;
  });
  return makeStageList(sized);
}

function makeStageList<S extends Stage>(all: readonly S[]): StageList<S> {
  const first = all[0];
  const last = all.at(-1);
  if (first === undefined || last === undefined) {
    throw new RangeError("an architecture must have at least one stage, got none: give depths and dims.");
  }
  return { all, first, last };
}

/** Elements of one image: inChannels x imageSide x imageSide. */
export function countImageElements(arch: ConvNeXtV2, imageSide = defaultImageSide): bigint {
  return readDimension("inChannels", arch.inChannels) * readDimension("image side", imageSide) ** 2n;
}
