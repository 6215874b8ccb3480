/**
 * Task 6: parameters of ConvNeXt V2, tensor by tensor, under the names that timm's `named_parameters()`
 * gives.
 */

import { readDimension } from "../dimension";
import {
  type ConvNeXtV2,
  depthwiseKernel,
  downsampleKernel,
  listStages,
  mlpRatio,
  stemKernel,
} from "./architecture";

/**
 * What a parameter belongs to. `layer-scale` is ConvNeXt V1's, which V2 replaces by global response
 * normalisation.
 */
export type LayerKind = "conv" | "linear" | "layer-norm" | "grn" | "layer-scale";

/** One parameter tensor: `layer` is the module's name, `shape` as PyTorch stores it, `count` its elements. */
export interface ParameterTensor {
  readonly name: string;
  readonly layer: string;
  readonly kind: LayerKind;
  readonly role: "weight" | "bias";
  readonly shape: readonly bigint[];
  readonly count: bigint;
}

/** What is learned in the residual branch besides convolution, norm and linear layers. */
export interface BlockDesign {
  /**
   * `grn` is V2; `layer-scale` is V1: one factor per channel on the branch, and no response normalisation.
   */
  readonly scaling: "grn" | "layer-scale";
}

const v2Block: BlockDesign = { scaling: "grn" };

/**
 * Every parameter tensor in the order of the network.
 *
 * Assumptions: all convolutions and linear layers have a bias, all norms weight and bias; no buffers exist.
 * timm runs atto to nano with 1x1 convolutions in place of linear layers; those weights have two more
 * dimensions of size 1 and as many elements, and stand here as `linear`.
 *
 * - stem: conv 4x4/4 and layer norm
 * - stage i > 0 opens with layer norm and conv 2x2/2
 * - block: depthwise conv 7x7, layer norm, linear c -> 4c, GELU, GRN, linear 4c -> c: 8c^2 + 65c elements
 *   (ConvNeXt V1: 8c^2 + 58c)
 * - head: average pool, layer norm, linear
 *
 * Source: Woo et al. (2023), section 4; timm `ConvNeXt`, `ConvNeXtBlock`, `GlobalResponseNorm`.
 *
 * @param design the block's scaling, V2's unless told
 * @throws RangeError when the architecture is malformed
 */
export function listParameterTensors(arch: ConvNeXtV2, design: BlockDesign = v2Block): ParameterTensor[] {
  const stages = listStages(arch);
  const inChannels = readDimension("inChannels", arch.inChannels);
  const numClasses = readDimension("numClasses", arch.numClasses);
  const stemChannels = stages.first.channels;
  const headChannels = stages.last.channels;
  return [
    ...weightAndBias("stem.0", "conv", [stemChannels, inChannels, stemKernel, stemKernel]),
    ...weightAndBias("stem.1", "layer-norm", [stemChannels]),
    ...stages.all.flatMap((stage) => {
      const name = `stages.${stage.index}`;
      const blocks = Array.from({ length: stage.depth }, (_, block) =>
        listBlock(`${name}.blocks.${block}`, stage.channels, design),
      );
      const downsample = listDownsample(`${name}.downsample`, stage.inputChannels, stage.channels);
      return [...(stage.hasDownsample ? downsample : []), ...blocks.flat()];
    }),
    ...weightAndBias("head.norm", "layer-norm", [headChannels]),
    ...weightAndBias("head.fc", "linear", [numClasses, headChannels]),
  ];
}

/**
 * Number of parameters. A reading that leaves something out is one line:
 * `countParameters(arch, (tensor) => tensor.kind !== "grn")`.
 *
 * @param isCounted which tensors count, all unless told
 */
export function countParameters(
  arch: ConvNeXtV2,
  isCounted: (tensor: ParameterTensor) => boolean = () => true,
  design: BlockDesign = v2Block,
): bigint {
  return listParameterTensors(arch, design)
    .filter(isCounted)
    .reduce((sum, tensor) => sum + tensor.count, 0n);
}

/** Bytes of the parameters: 4 per parameter in fp32. Allocator rounding is not counted. */
export function countParameterBytes(arch: ConvNeXtV2, bytesPerElement = 4): bigint {
  return countParameters(arch) * readDimension("bytes per element", bytesPerElement);
}

/** Left out by those who count the backbone only: the classifier's linear layer (its norm stays). */
export const isClassifier = (tensor: ParameterTensor): boolean => tensor.layer === "head.fc";

/** Whether a tensor is the bias of a convolution or linear layer; the shifts of norms and GRN are none. */
export const isLayerBias = (tensor: ParameterTensor): boolean =>
  tensor.role === "bias" && isConvOrLinear(tensor);

/** Whether a tensor belongs to a convolution or a linear layer, all that tools such as FlopCo look at. */
export const isConvOrLinear = (tensor: ParameterTensor): boolean =>
  tensor.kind === "conv" || tensor.kind === "linear";

function listDownsample(name: string, from: bigint, to: bigint): ParameterTensor[] {
  return [
    ...weightAndBias(`${name}.0`, "layer-norm", [from]),
    ...weightAndBias(`${name}.1`, "conv", [to, from, downsampleKernel, downsampleKernel]),
  ];
}

function listBlock(name: string, channels: bigint, design: BlockDesign): ParameterTensor[] {
  const hidden = mlpRatio * channels;
  const usesGrn = design.scaling === "grn";
  return [
    ...(usesGrn
      ? []
      : [parameterTensor(name, "gamma", { kind: "layer-scale", role: "weight", shape: [channels] })]),
    ...weightAndBias(`${name}.conv_dw`, "conv", [channels, 1n, depthwiseKernel, depthwiseKernel]),
    ...weightAndBias(`${name}.norm`, "layer-norm", [channels]),
    ...weightAndBias(`${name}.mlp.fc1`, "linear", [hidden, channels]),
    ...(usesGrn ? weightAndBias(`${name}.mlp.grn`, "grn", [hidden]) : []),
    ...weightAndBias(`${name}.mlp.fc2`, "linear", [channels, hidden]),
  ];
}

/** A weight and a bias with one entry per output channel, the weight's first dimension. */
function weightAndBias(layer: string, kind: LayerKind, shape: readonly bigint[]): ParameterTensor[] {
  return [
    parameterTensor(layer, "weight", { kind, role: "weight", shape }),
    parameterTensor(layer, "bias", { kind, role: "bias", shape: shape.slice(0, 1) }),
  ];
}

function parameterTensor(
  layer: string,
  suffix: string,
  { kind, role, shape }: Pick<ParameterTensor, "kind" | "role" | "shape">,
): ParameterTensor {
  const count = shape.reduce((product, size) => product * size, 1n);
  return { name: `${layer}.${suffix}`, layer, kind, role, shape, count };
}
