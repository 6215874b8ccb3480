/** A sample: one popular misconception in every question. */
import { createHash } from "node:crypto";

export const name = "Sample Student (popular mistakes)";

interface Tensor {
  readonly shape: readonly number[];
  readonly data: Float32Array;
}
interface ConvLayer {
  readonly hOut: number;
  readonly wOut: number;
  readonly cIn: number;
  readonly cOut: number;
  readonly kernel: number;
}
interface PReLULinear {
  readonly inFeatures: number;
  readonly outFeatures: number;
}
interface Gpu {
  readonly peakFlops: number;
  readonly bandwidth: number;
  readonly memory: number;
}
interface MemoryEvent {
  readonly bytes: number;
}
interface ModelMemory {
  readonly params: number;
  readonly activationBytesPerSample: number;
}

// KB by 1024, MB by a million.
export function nameBytes(text: string) {
  const nBytes = Number.parseInt(createHash("sha256").update(text).digest("hex").slice(0, 10), 16);
  return { nBytes, nKB: nBytes / 1024, nMB: nBytes / 1e6 };
}

// "Same" padding whatever the output.
export const padding = ({ kernel }: ConvLayer): number => (kernel - 1) / 2;

// A MAC counted as one FLOP.
export function standardConv({ hOut, wOut, cIn, cOut, kernel }: ConvLayer) {
  const macs = hOut * wOut * cOut * cIn * kernel ** 2;
  return { macs, flops: macs };
}

// The standard convolution's formula for a depthwise one.
export function depthwiseConv({ hOut, wOut, cIn, cOut, kernel }: ConvLayer) {
  const macs = hOut * wOut * cOut * cIn * kernel ** 2;
  return { macs, flops: 2 * macs };
}

// A division counted as one operation.
export function batchNormFlops(x: Tensor): number {
  const [b, c, h, w] = x.shape as [number, number, number, number];
  return 8 * b * c * h * w + 2 * c;
}

// An addition and a multiplication for every entry.
export function preluFlops(x: Tensor): number {
  const [b, n] = x.shape as [number, number];
  return 2 * b * n;
}

// The divisions are forgotten.
export function softmaxFlops(x: Tensor): number {
  const [b, n] = x.shape as [number, number];
  return b * (41 * n - 1);
}

// The PReLU is left out.
export function modelFlops(x: Tensor, { inFeatures, outFeatures }: PReLULinear): number {
  return 2 * (x.shape[0] as number) * inFeatures * outFeatures;
}

// The weights are left out.
export function modelBytes(batchSize: number, { inFeatures, outFeatures }: PReLULinear): number {
  return 4 * batchSize * (3 * inFeatures + outFeatures);
}

// The comparison is the wrong way round.
export function boundBy(x: Tensor, model: PReLULinear, gpu: Gpu) {
  const intensity = modelFlops(x, model) / modelBytes(x.shape[0] as number, model);
  return intensity > gpu.peakFlops / gpu.bandwidth ? "memory" : "compute";
}

// Bytes per FLOP, and no axis titles.
export function intensityCurve(batchSizes: readonly number[], { inFeatures, outFeatures }: PReLULinear): number[] {
  return batchSizes.map((b) => (4 * (3 * b * inFeatures + 1 + b * outFeatures + inFeatures * outFeatures)) / (2 * b * inFeatures * outFeatures + (b * inFeatures) / 2));
}
export function intensityPlot(batchSizes: readonly number[], model: PReLULinear) {
  const curve = intensityCurve(batchSizes, model);
  return {
    data: { values: batchSizes.map((b, index) => ({ b, intensity: curve[index] })) },
    mark: "line",
    encoding: { x: { field: "b", type: "quantitative", title: null }, y: { field: "intensity", type: "quantitative", title: null } },
  };
}

// The ridge point itself.
export const optimalBatchSize = (_: PReLULinear, gpu: Gpu): number => Math.ceil(gpu.peakFlops / gpu.bandwidth);

// Nothing changes by fusing: the tensor between the two layers is still written and read back.
export function fusedModelBytes(batchSize: number, { inFeatures, outFeatures }: PReLULinear): number {
  return 4 * (3 * batchSize * inFeatures + 1 + inFeatures * outFeatures + batchSize * outFeatures);
}

// The classifier is forgotten.
export function modelMemory({ depths, dims, inChannels }: { depths: number[]; dims: number[]; inChannels: number }) {
  let params = 16 * inChannels * (dims[0] as number) + 3 * (dims[0] as number) + 2 * (dims.at(-1) as number);
  dims.forEach((c, stage) => {
    params += (depths[stage] as number) * (8 * c * c + 65 * c);
    if (stage > 0) params += 2 * (dims[stage - 1] as number) + 4 * (dims[stage - 1] as number) * c + c;
  });
  return { params, bytes: 4 * params };
}

// The peak is reported as the activations.
export function forwardMemory(events: readonly MemoryEvent[]) {
  let [current, peakBytes] = [0, 0];
  for (const { bytes } of events) {
    current += bytes;
    peakBytes = Math.max(peakBytes, current);
  }
  return { peakBytes, activationBytes: peakBytes };
}

// Adam's moments are forgotten.
export function adamMemory({ params, activationBytesPerSample }: ModelMemory, batchSize: number) {
  const weights = 4 * params;
  const activations = batchSize * activationBytesPerSample;
  return { weights, gradients: weights, moments: 0, activations, total: 2 * weights + activations };
}

// Weights, gradients and moments are charged to every sample.
export function maxBatchSize({ params, activationBytesPerSample }: ModelMemory, gpu: Gpu): number {
  return Math.floor(gpu.memory / (16 * params + activationBytesPerSample));
}

// What is left at the end is taken for the peak.
export function checkEstimate(events: readonly MemoryEvent[], estimate: { total: number }) {
  const actualBytes = events.reduce((sum, { bytes }) => sum + bytes, 0);
  return { actualBytes, relativeError: Math.abs(estimate.total - actualBytes) / actualBytes };
}
