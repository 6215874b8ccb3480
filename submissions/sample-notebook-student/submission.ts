/**
 * A sample: the answers of the assignment's example notebook, transcribed to TypeScript with their mistakes.
 * What the notebook leaves unanswered is missing here. Where it writes numbers of its one layer or one model, the
 * same arithmetic stands here with the layer's or the model's fields.
 */
import { createHash } from "node:crypto";

export const name = "";

interface Tensor {
  readonly shape: readonly number[];
  readonly data: Float32Array;
}
interface ConvLayer {
  readonly hIn: number;
  readonly wIn: number;
  readonly cIn: number;
  readonly hOut: number;
  readonly wOut: number;
  readonly cOut: number;
  readonly kernel: number;
  readonly stride: number;
}
interface PReLULinear {
  readonly inFeatures: number;
  readonly outFeatures: number;
}
interface Gpu {
  readonly peakFlops: number;
  readonly bandwidth: number;
}

export function nameBytes(text: string) {
  const randseedStr = createHash("sha256").update(text, "utf8").digest("hex");
  const nBytes = Number.parseInt(randseedStr.slice(0, 10), 16);
  return { nBytes, nKB: nBytes / 1024, nMB: nBytes / 1024 ** 2 };
}

// 8 = 8 + 2 * padding, "hence" 2 * padding = 2: the padding that keeps the size.
export function padding(layer: ConvLayer): number {
  return (layer.kernel - 1) / 2;
}

export function standardConv(layer: ConvLayer) {
  const macsPerOutput = layer.cIn * layer.kernel * layer.kernel;
  const macs = layer.hOut * layer.wOut * layer.cOut * macsPerOutput;
  return { macs, flops: 2 * macs };
}

export function depthwiseConv(layer: ConvLayer) {
  const macsPerOutput = layer.kernel * layer.kernel;
  const macs = layer.hOut * layer.wOut * layer.cOut * macsPerOutput;
  return { macs, flops: 2 * macs };
}

export function batchNormFlops(img: Tensor): number {
  const [b, c, h, w] = img.shape as [number, number, number, number];
  const numElements = b * c * h * w;
  const flopsMean = numElements + c * h * w * 4; // sum + division
  const flopsVariance = numElements + numElements + c * h * w * 4; // subtraction + square + sum + division
  const flopsNormalization = numElements * 2; // subtraction + division
  const flopsScalingShifting = numElements * 2; // multiplication + addition
  return flopsMean + flopsVariance + flopsNormalization + flopsScalingShifting;
}

export function preluFlops(x: Tensor): number {
  const [b, n] = x.shape as [number, number];
  // PReLU has one multiplication (a_i * y_i) and one addition (y_i > 0 ? y_i : 0)
  return b * n * 2;
}

export function softmaxFlops(x: Tensor): number {
  const [b, n] = x.shape as [number, number];
  // Softmax has n exponentials and n-1 additions
  return b * n * 2;
}

export function modelFlops(inputs: Tensor, model: PReLULinear): number {
  const batchSize = inputs.shape[0] as number;
  const flopsLinear = batchSize * model.inFeatures * model.outFeatures * 2;
  return preluFlops(inputs) + flopsLinear;
}

export function modelBytes(batchSize: number, model: PReLULinear): number {
  const memPrelu = batchSize * model.inFeatures * 4; // 4 bytes per float32
  const memLinear = batchSize * (model.inFeatures + model.outFeatures) * 4; // input + output
  return memPrelu + memLinear;
}

export function boundBy(inputs: Tensor, model: PReLULinear, gpu: Gpu): "memory" | "compute" {
  const arithmeticIntensity = modelFlops(inputs, model) / modelBytes(inputs.shape[0] as number, model);
  return arithmeticIntensity < gpu.peakFlops / gpu.bandwidth ? "memory" : "compute";
}
