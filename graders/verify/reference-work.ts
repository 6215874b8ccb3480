/**
 * A submission made of the reference alone: the functions that students export, each answered by `reference/`. It must
 * earn full marks like anybody else's, and its formulas are mutated to see whether the hidden cases notice.
 */

import { batchNormFlops as countBatchNorm } from "../../reference/batch-norm";
import { convertBytes, hashNameToBytes } from "../../reference/bytes";
import type { ConvNeXtV2 } from "../../reference/convnextv2/architecture";
import { liveAtPeak, type MemoryEvent, peakOf } from "../../reference/convnextv2/events";
import { countParameterBytes, countParameters } from "../../reference/convnextv2/parameters";
import { type ConvLayer, countConvolution, countDepthwiseConvolution } from "../../reference/convolution";
import type { Gpu } from "../../reference/gpus";
import { findSymmetricPadding } from "../../reference/padding";
import { preluFlops as countPrelu } from "../../reference/prelu";
import { modelBytes as countBytes, modelFlops as countFlops } from "../../reference/prelu-linear";
import {
  arithmeticIntensity,
  boundBy as compareToRidge,
  intensityCurve as drawCurve,
  optimalBatchSize as findOptimum,
  type IntensityOptions,
  type PReLULinear,
} from "../../reference/roofline";
import { softmaxFlops as countSoftmax } from "../../reference/softmax";
import type { Tensor } from "../../reference/tensor";
import {
  type AdamMemory,
  estimateAdamMemory,
  estimateLargestBatch,
  type ModelMemory,
  relativeError,
} from "../../reference/training-memory";

export const explanations = {
  "estimate-check":
    "The optimizer's step holds temporary tensors as large as the weights, which the estimate leaves out.",
};

export function nameBytes(name: string) {
  const nBytes = hashNameToBytes(name);
  const { kilobytes, megabytes } = convertBytes(nBytes);
  return { nBytes, nKB: kilobytes, nMB: megabytes };
}

export const padding = (layer: ConvLayer) => findSymmetricPadding(layer);
export const standardConv = (layer: ConvLayer) => countConvolution(layer);
export const depthwiseConv = (layer: ConvLayer) => countDepthwiseConvolution(layer);
export const batchNormFlops = (x: Tensor) => countBatchNorm(x.shape);
export const preluFlops = (x: Tensor) => countPrelu(x);
export const softmaxFlops = (x: Tensor) => countSoftmax(x.shape);

export const modelFlops = (x: Tensor, model: PReLULinear) =>
  countFlops(x.shape[0] ?? 0, model, countPrelu(x));
export const modelBytes = (batchSize: number, model: PReLULinear) => countBytes(batchSize, model);
export const boundBy = (x: Tensor, model: PReLULinear, gpu: Gpu) => findBound(x, model, gpu);
export const intensityCurve = (batchSizes: readonly number[], model: PReLULinear) =>
  drawCurve(batchSizes, model);
export const optimalBatchSize = (model: PReLULinear, gpu: Gpu) => findOptimum(model, gpu);

export function intensityPlot(batchSizes: readonly number[], model: PReLULinear) {
  const curve = drawCurve(batchSizes, model);
  return {
    data: { values: batchSizes.map((batchSize, index) => ({ batchSize, intensity: curve[index] })) },
    mark: "line",
    encoding: {
      x: { field: "batchSize", type: "quantitative", title: "batch size" },
      y: { field: "intensity", type: "quantitative", title: "FLOP per byte" },
    },
  };
}

const fused: IntensityOptions = { fused: true };

export const fusedModelBytes = (batchSize: number, model: PReLULinear) => countBytes(batchSize, model, fused);
export const fusedBoundBy = (x: Tensor, model: PReLULinear, gpu: Gpu) => findBound(x, model, gpu, fused);
export const fusedIntensityCurve = (batchSizes: readonly number[], model: PReLULinear) =>
  drawCurve(batchSizes, model, fused);
export const fusedOptimalBatchSize = (model: PReLULinear, gpu: Gpu) => findOptimum(model, gpu, fused);

function findBound(x: Tensor, model: PReLULinear, gpu: Gpu, options: IntensityOptions = {}) {
  const bytes = countBytes(x.shape[0] ?? 0, model, options);
  return compareToRidge(arithmeticIntensity(modelFlops(x, model), bytes), gpu);
}

export function modelMemory(arch: ConvNeXtV2) {
  return { params: countParameters(arch), bytes: countParameterBytes(arch) };
}

export function forwardMemory(events: readonly MemoryEvent[]) {
  const { parameter, input } = liveAtPeak(events);
  const peakBytes = peakOf(events);
  return { peakBytes, activationBytes: peakBytes - parameter - input };
}

export const adamMemory = (model: ModelMemory, batchSize: number) => estimateAdamMemory(model, batchSize);
export const maxBatchSize = (model: ModelMemory, gpu: Gpu) => estimateLargestBatch(model, gpu.memory);

export function checkEstimate(events: readonly MemoryEvent[], estimate: AdamMemory) {
  const actualBytes = peakOf(events);
  const error = relativeError(actualBytes, BigInt(estimate.total));
  return { actualBytes, relativeError: Math.abs(error) };
}
