/**
 * Multiply-accumulates and output activations of a ConvNeXt V2 forward pass, also as timm's tables count
 * them.
 */

import { readDimension } from "../dimension";
import {
  type ConvNeXtV2,
  defaultImageSide,
  depthwiseKernel,
  downsampleKernel,
  listSizedStages,
  mlpRatio,
  type SizedStage,
  stemKernel,
} from "./architecture";

/** Costs of one layer's forward pass on one sample. `outputs` are the elements it puts out. */
export type LayerCost =
  | {
      readonly layer: string;
      readonly kind: "conv" | "linear";
      readonly macs: bigint;
      readonly outputs: bigint;
    }
  | { readonly layer: string; readonly kind: "layer-norm"; readonly elements: bigint }
  | { readonly layer: string; readonly kind: "average-pool"; readonly inputs: bigint };

/**
 * What fvcore charges an affine layer norm per element: `norm_flop_counter` in `fvcore/nn/jit_handles.py`.
 */
const fvcoreNormCost = 5n;

/**
 * The `gmacs` column of timm's benchmark tables, in single units: the multiply-accumulates of
 * convolutions and linear layers (per output element the kernel's area times the input channels it sees, one if
 * depthwise), 5 per element of each layer norm and 1 per input of the average pool. Biases, GELU, GRN and additions
 * are free. One MAC is two FLOP; papers that print "34.4G FLOPs" for Large mean MACs. Source: timm's `benchmark.py`,
 * which prints what fvcore's `FlopCountAnalysis` counts.
 */
export function countTimmMacs(arch: ConvNeXtV2, imageSide = defaultImageSide): bigint {
  return sumCosts(arch, imageSide, (cost) => {
    switch (cost.kind) {
      case "conv":
      case "linear":
        return cost.macs;
      case "layer-norm":
        return fvcoreNormCost * cost.elements;
      case "average-pool":
        return cost.inputs;
    }
  });
}

/**
 * The `macts` column of timm's benchmark tables, in single elements: outputs of convolutions and linear
 * layers for one sample. Source: fvcore's `ActivationCountAnalysis`. Far fewer than the tensors kept for
 * backward.
 */
export function countOutputActivations(arch: ConvNeXtV2, imageSide = defaultImageSide): bigint {
  return sumCosts(arch, imageSide, (cost) => ("outputs" in cost ? cost.outputs : 0n));
}

/** The forward pass of one sample, layer by layer. */
export function listLayerCosts(arch: ConvNeXtV2, imageSide = defaultImageSide): LayerCost[] {
  const stages = listSizedStages(arch, imageSide);
  return [
    ...costStem(arch, stages.first),
    ...stages.all.flatMap((stage) => [
      ...(stage.hasDownsample ? costDownsample(stage) : []),
      ...Array.from({ length: stage.depth }, (_, block) =>
        costBlock(`stages.${stage.index}.blocks.${block}`, stage),
      ).flat(),
    ]),
    ...costHead(arch, stages.last),
  ];
}

function sumCosts(arch: ConvNeXtV2, imageSide: number, costOf: (cost: LayerCost) => bigint): bigint {
  return listLayerCosts(arch, imageSide).reduce((sum, cost) => sum + costOf(cost), 0n);
}

function costStem(arch: ConvNeXtV2, stage: SizedStage): LayerCost[] {
  const outputs = stage.channels * stage.side ** 2n;
  const fanIn = stemKernel ** 2n * readDimension("inChannels", arch.inChannels);
  return [
    { layer: "stem.0", kind: "conv", macs: outputs * fanIn, outputs },
    { layer: "stem.1", kind: "layer-norm", elements: outputs },
  ];
}

function costDownsample(stage: SizedStage): LayerCost[] {
  const name = `stages.${stage.index}.downsample`;
  const outputs = stage.channels * stage.side ** 2n;
  const fanIn = downsampleKernel ** 2n * stage.inputChannels;
  return [
    { layer: `${name}.0`, kind: "layer-norm", elements: stage.inputChannels * stage.inputSide ** 2n },
    { layer: `${name}.1`, kind: "conv", macs: outputs * fanIn, outputs },
  ];
}

function costBlock(name: string, stage: SizedStage): LayerCost[] {
  const map = stage.channels * stage.side ** 2n;
  const hiddenMap = mlpRatio * map;
  const hidden = mlpRatio * stage.channels;
  return [
    { layer: `${name}.conv_dw`, kind: "conv", macs: map * depthwiseKernel ** 2n, outputs: map },
    { layer: `${name}.norm`, kind: "layer-norm", elements: map },
    { layer: `${name}.mlp.fc1`, kind: "linear", macs: hiddenMap * stage.channels, outputs: hiddenMap },
    { layer: `${name}.mlp.fc2`, kind: "linear", macs: map * hidden, outputs: map },
  ];
}

function costHead(arch: ConvNeXtV2, stage: SizedStage): LayerCost[] {
  const numClasses = readDimension("numClasses", arch.numClasses);
  return [
    { layer: "head.global_pool", kind: "average-pool", inputs: stage.channels * stage.side ** 2n },
    { layer: "head.norm", kind: "layer-norm", elements: stage.channels },
    { layer: "head.fc", kind: "linear", macs: stage.channels * numClasses, outputs: numClasses },
  ];
}
