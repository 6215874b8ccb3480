/** A sample submission, not a person's: full marks by the conventions most textbooks use. */
import { createHash } from "node:crypto";
import { adamMemory, checkEstimate, forwardMemory, maxBatchSize, modelMemory } from "./memory";
import type { ConvLayer, Gpu, OpCount, PReLULinear, Tensor } from "./types";

export { adamMemory, checkEstimate, forwardMemory, maxBatchSize, modelMemory };

export const name = "Sample Student (full marks)";

export const explanations = {
  "batch-norm":
    "Mean, centred values, their squares and their mean once for each value; then one root and one division for each channel, and a multiplication and an addition for gamma and beta.",
  bound:
    "My GPU is a T4: its ridge point of about 25 FLOP per byte is far above the half FLOP per byte of a single sample, so memory is the limit.",
  "intensity-plot":
    "The weights are read once for the whole batch, so each sample adds FLOP without reading them again; the curve flattens where the bytes of the samples themselves outweigh the weights.",
  "optimal-batch":
    "On a T4 none: the intensity stays below its ridge point however large the batch, so I would take the largest that fits.",
  "estimate-check":
    "The measured peak is a little higher than my estimate because the optimizer step needs temporary buffers about as large as the weights, which I did not count.",
};

// Task 1

export function nameBytes(text: string) {
  const digest = createHash("sha256").update(text, "utf8").digest("hex");
  const nBytes = Number.parseInt(digest.slice(0, 10), 16);
  return { nBytes, nKB: nBytes / 1024, nMB: nBytes / 1024 ** 2 };
}

// Task 2

/** The smallest p for which floor((in + 2p - k) / s) + 1 gives the output on both axes. */
export function padding({ hIn, wIn, hOut, wOut, kernel, stride }: ConvLayer): number {
  const outputSize = (input: number, p: number) => Math.floor((input + 2 * p - kernel) / stride) + 1;
  for (let p = 0; p <= hOut * stride + kernel; p++) {
    if (outputSize(hIn, p) === hOut && outputSize(wIn, p) === wOut) return p;
  }
  throw new Error("no symmetric padding gives this output size");
}

export function standardConv(layer: ConvLayer): OpCount {
  const outputs = BigInt(layer.hOut) * BigInt(layer.wOut) * BigInt(layer.cOut);
  const macs = outputs * BigInt(layer.cIn) * BigInt(layer.kernel) ** 2n;
  return { macs, flops: 2n * macs };
}

export function depthwiseConv(layer: ConvLayer): OpCount {
  const outputs = BigInt(layer.hOut) * BigInt(layer.wOut) * BigInt(layer.cOut);
  const macs = outputs * BigInt(layer.kernel) ** 2n;
  return { macs, flops: 2n * macs };
}

// Task 3

export function batchNormFlops(x: Tensor): number {
  const [b, c, h, w] = x.shape as [number, number, number, number];
  const division = 4;
  const perChannel = b * h * w;
  const mean = perChannel - 1 + division;
  const variance = perChannel + perChannel + (perChannel - 1) + division; // subtract, square, sum, divide
  const normalise = perChannel + 1 + 1 + perChannel * division; // subtract, + eps, square root, divide
  const affine = 2 * perChannel;
  return c * (mean + variance + normalise + affine);
}

// Task 4

/** One multiplication for every entry that is not positive; comparisons are free. */
export function preluFlops(x: Tensor): number {
  let multiplications = 0;
  for (const value of x.data) if (value <= 0) multiplications++;
  return multiplications;
}

// Task 5

export function softmaxFlops(x: Tensor): number {
  const [b, n] = x.shape as [number, number];
  const exponential = 40;
  const division = 4;
  return b * (n * exponential + (n - 1) + n * division);
}

export function modelFlops(x: Tensor, model: PReLULinear): number {
  const batchSize = x.shape[0] as number;
  return preluFlops(x) + 2 * batchSize * model.inFeatures * model.outFeatures;
}

/** Every layer reads its input and its weights once and writes its output once, 4 bytes each. */
export function modelBytes(batchSize: number, { inFeatures, outFeatures }: PReLULinear): number {
  const prelu = batchSize * inFeatures + 1 + batchSize * inFeatures;
  const linear = batchSize * inFeatures + inFeatures * outFeatures + batchSize * outFeatures;
  return 4 * (prelu + linear);
}

export function boundBy(x: Tensor, model: PReLULinear, gpu: Gpu): "memory" | "compute" {
  const intensity = modelFlops(x, model) / modelBytes(x.shape[0] as number, model);
  return intensity < gpu.peakFlops / gpu.bandwidth ? "memory" : "compute";
}

/** Half of a random input is negative, so half of the PReLU's entries are multiplied. */
function expectedFlops(batchSize: number, { inFeatures, outFeatures }: PReLULinear): number {
  return batchSize * (2 * inFeatures * outFeatures + inFeatures / 2);
}

export function intensityCurve(batchSizes: readonly number[], model: PReLULinear): number[] {
  return batchSizes.map((batchSize) => expectedFlops(batchSize, model) / modelBytes(batchSize, model));
}

export function intensityPlot(batchSizes: readonly number[], model: PReLULinear) {
  return plot(batchSizes, intensityCurve(batchSizes, model));
}

function plot(batchSizes: readonly number[], intensities: readonly number[]) {
  return {
    $schema: "https://vega.github.io/schema/vega-lite/v5.json",
    title: "Arithmetic intensity of PReLU + Linear",
    data: { values: batchSizes.map((batchSize, index) => ({ batchSize, intensity: intensities[index] })) },
    mark: { type: "line", point: true },
    encoding: {
      x: { field: "batchSize", type: "quantitative", title: "batch size", scale: { type: "log", base: 2 } },
      y: { field: "intensity", type: "quantitative", title: "arithmetic intensity (FLOP per byte)" },
    },
  };
}

/** Smallest batch with intensity >= ridge: flopsPerSample B >= ridge (bytesPerSample B + fixedBytes). */
function smallestComputeBound(flopsPerSample: number, bytesPerSample: number, fixedBytes: number, gpu: Gpu) {
  const gain = flopsPerSample * gpu.bandwidth - gpu.peakFlops * bytesPerSample;
  if (gain <= 0) return null;
  return Math.max(1, Math.ceil((gpu.peakFlops * fixedBytes) / gain));
}

export function optimalBatchSize(model: PReLULinear, gpu: Gpu): number | null {
  const fixedBytes = 2 * modelBytes(1, model) - modelBytes(2, model);
  return smallestComputeBound(expectedFlops(1, model), modelBytes(1, model) - fixedBytes, fixedBytes, gpu);
}

// Bonus: PReLU and Linear fused; the activation between them stays on the chip.

export function fusedModelBytes(batchSize: number, { inFeatures, outFeatures }: PReLULinear): number {
  return 4 * (batchSize * inFeatures + 1 + inFeatures * outFeatures + batchSize * outFeatures);
}

export function fusedBoundBy(x: Tensor, model: PReLULinear, gpu: Gpu): "memory" | "compute" {
  const intensity = modelFlops(x, model) / fusedModelBytes(x.shape[0] as number, model);
  return intensity < gpu.peakFlops / gpu.bandwidth ? "memory" : "compute";
}

export function fusedIntensityCurve(batchSizes: readonly number[], model: PReLULinear): number[] {
  return batchSizes.map((batchSize) => expectedFlops(batchSize, model) / fusedModelBytes(batchSize, model));
}

export function fusedOptimalBatchSize(model: PReLULinear, gpu: Gpu): number | null {
  const fixedBytes = 2 * fusedModelBytes(1, model) - fusedModelBytes(2, model);
  return smallestComputeBound(expectedFlops(1, model), fusedModelBytes(1, model) - fixedBytes, fixedBytes, gpu);
}
