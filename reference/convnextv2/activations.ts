/**
 * Task 6: the tensors that a training forward pass of ConvNeXt V2 keeps for the backward pass, layer by
 * layer.
 */

import { readDimension } from "../dimension";
import {
  type ConvNeXtV2,
  countImageElements,
  defaultImageSide,
  listSizedStages,
  mlpRatio,
  type SizedStage,
} from "./architecture";

/** A tensor kept for backward: who saves it, what it is, and how many elements it has per sample. */
export interface SavedTensor {
  readonly savedBy: string;
  readonly tensor: string;
  readonly elementsPerSample: bigint;
}

/** Elements of a block's maps per sample. */
interface BlockSizes {
  /** channels x side x side */
  readonly map: bigint;
  /** side x side */
  readonly positions: bigint;
  readonly channels: bigint;
}

/**
 * Every tensor kept for backward, per sample.
 *
 * Assumptions: PyTorch in eager mode, fp32, no activation checkpointing, all drop rates 0 (timm's default),
 * so that residual addition, permutes, dropout and drop path keep nothing; a tensor saved by two operations
 * is listed once. A layer norm keeps mean and reciprocal deviation per normalised vector; global average
 * pooling keeps only sizes (PyTorch 1.13 also kept its input). With u = channels x positions a block keeps
 *
 *   19 u + 2 positions + 8 channels + 1 elements.
 *
 * Not counted: the image, which the stem keeps but which exists anyway (see {@link countImageBytes});
 * parameters, which layers save by reference; what a loss keeps; scratch memory of libraries.
 * Source: the forward of timm's `ConvNeXt` and the saved tensors that PyTorch's `derivatives.yaml` names for
 * each operation; observable with `torch.autograd.graph.saved_tensors_hooks`.
 *
 * @throws RangeError when the architecture is malformed or the image too small
 */
export function listSavedTensors(arch: ConvNeXtV2, imageSide = defaultImageSide): SavedTensor[] {
  const stages = listSizedStages(arch, imageSide);
  return [
    ...listNormSaved("stem.1", sizesAtInput(stages.first)),
    ...stages.all.flatMap(listStageSaved),
    ...listHeadSaved(stages.last.channels),
  ];
}

/** Elements kept for backward per sample; the total is exactly linear in the batch size. */
export function countSavedElements(arch: ConvNeXtV2, imageSide = defaultImageSide): bigint {
  return listSavedTensors(arch, imageSide).reduce((sum, tensor) => sum + tensor.elementsPerSample, 0n);
}

/** Bytes kept for backward per sample, the image apart: 543,878,320 for Large at 224 in fp32. */
export function countSavedBytes(arch: ConvNeXtV2, imageSide = defaultImageSide, bytesPerElement = 4): bigint {
  return countSavedElements(arch, imageSide) * readDimension("bytes per element", bytesPerElement);
}

/** Bytes of one image: 602,112 at 3 x 224 x 224 in fp32. */
export function countImageBytes(arch: ConvNeXtV2, imageSide = defaultImageSide, bytesPerElement = 4): bigint {
  return countImageElements(arch, imageSide) * readDimension("bytes per element", bytesPerElement);
}

function listStageSaved(stage: SizedStage): SavedTensor[] {
  const name = `stages.${stage.index}`;
  const sizes = blockSizes(stage.channels, stage.side);
  const blocks = Array.from({ length: stage.depth }, (_, block) =>
    listBlockSaved(`${name}.blocks.${block}`, sizes),
  );
  return [...(stage.hasDownsample ? listDownsampleSaved(`${name}.downsample`, stage) : []), ...blocks.flat()];
}

function listBlockSaved(name: string, { map, positions, channels }: BlockSizes): SavedTensor[] {
  const hiddenMap = mlpRatio * map;
  const hidden = mlpRatio * channels;
  return [
    { savedBy: `${name}.conv_dw`, tensor: "input", elementsPerSample: map },
    ...listNormSaved(`${name}.norm`, { map, positions, channels }),
    { savedBy: `${name}.mlp.fc1`, tensor: "input", elementsPerSample: map },
    { savedBy: `${name}.mlp.act`, tensor: "input", elementsPerSample: hiddenMap },
    { savedBy: `${name}.mlp.grn`, tensor: "input", elementsPerSample: hiddenMap },
    { savedBy: `${name}.mlp.grn`, tensor: "norm over positions", elementsPerSample: hidden },
    { savedBy: `${name}.mlp.grn`, tensor: "mean norm + eps", elementsPerSample: 1n },
    { savedBy: `${name}.mlp.grn`, tensor: "normalised norm", elementsPerSample: hidden },
    { savedBy: `${name}.mlp.grn`, tensor: "input x normalised norm", elementsPerSample: hiddenMap },
    { savedBy: `${name}.mlp.fc2`, tensor: "input", elementsPerSample: hiddenMap },
  ];
}

function listDownsampleSaved(name: string, stage: SizedStage): SavedTensor[] {
  const sizes = sizesAtInput(stage);
  return [
    ...listNormSaved(`${name}.0`, sizes),
    { savedBy: `${name}.1`, tensor: "input", elementsPerSample: sizes.map },
  ];
}

function listHeadSaved(channels: bigint): SavedTensor[] {
  return [
    ...listNormSaved("head.norm", blockSizes(channels, 1n)),
    { savedBy: "head.fc", tensor: "input", elementsPerSample: channels },
  ];
}

function listNormSaved(name: string, { map, positions }: BlockSizes): SavedTensor[] {
  return [
    { savedBy: name, tensor: "input", elementsPerSample: map },
    { savedBy: name, tensor: "mean", elementsPerSample: positions },
    { savedBy: name, tensor: "reciprocal deviation", elementsPerSample: positions },
  ];
}

function sizesAtInput(stage: SizedStage): BlockSizes {
  return blockSizes(stage.inputChannels, stage.inputSide);
}

function blockSizes(channels: bigint, side: bigint): BlockSizes {
  return { map: channels * side * side, positions: side * side, channels };
}
