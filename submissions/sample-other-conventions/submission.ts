/** A sample: full marks by other conventions throughout, as a careful student may choose them. */
import { createHash } from "node:crypto";

export const name = "Sample Student (other conventions)";

export const explanations = {
  bytes: "SI units: 1 KB is 1000 bytes, 1 MB is a million.",
  "standard-conv": "A dot product of K terms needs K multiplications and K - 1 additions; the MACs stay K per output.",
  "depthwise-conv": "The layer has a bias by default, which costs one more addition per output.",
  "batch-norm": "I divide once per channel, by the standard deviation, and multiply by the reciprocal afterwards.",
  softmax: "The maximum is subtracted first for stability, and each row divides once and multiplies by the reciprocal.",
};

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
  readonly memory: number;
}
interface MemoryEvent {
  readonly bytes: number;
  readonly category: string;
}
interface ModelMemory {
  readonly params: number;
  readonly activationBytesPerSample: number;
  readonly inputBytesPerSample: number;
}

export function nameBytes(text: string) {
  const digest = createHash("sha256").update(text, "utf8").digest("hex");
  const nBytes = Number(`0x${digest.slice(0, 10)}`);
  return { nBytes, nKB: nBytes / 1e3, nMB: nBytes / 1e6 };
}

export function padding({ hIn, wIn, hOut, wOut, kernel, stride }: ConvLayer): string {
  const needed = Math.max((hOut - 1) * stride + kernel - hIn, (wOut - 1) * stride + kernel - wIn, 0);
  return String(Math.ceil(needed / 2));
}

export function standardConv(layer: ConvLayer) {
  const outputs = BigInt(layer.hOut) * BigInt(layer.wOut) * BigInt(layer.cOut);
  const terms = BigInt(layer.cIn) * BigInt(layer.kernel * layer.kernel);
  return { macs: String(outputs * terms), flops: String(outputs * (2n * terms - 1n)) };
}

export function depthwiseConv(layer: ConvLayer) {
  const outputs = BigInt(layer.hOut) * BigInt(layer.wOut) * BigInt(layer.cOut);
  const macs = outputs * BigInt(layer.kernel * layer.kernel);
  return { macs, flops: 2n * macs + outputs };
}

export async function batchNormFlops(x: Tensor): Promise<number> {
  const [b, c, h, w] = x.shape as [number, number, number, number];
  const m = b * h * w;
  const mean = m - 1 + 4;
  const variance = 3 * m - 1 + 4;
  const reciprocal = 1 + 1 + 4; // + eps, square root, one division
  const normalise = 2 * m; // subtract, multiply
  const affine = 2 * m;
  return c * (mean + variance + reciprocal + normalise + affine);
}

/** As frameworks compute it: whatever is not greater than zero is multiplied. */
export function preluFlops({ data }: Tensor): number {
  return data.filter((value) => !(value > 0)).length;
}

export function softmaxFlops(x: Tensor): number {
  const [b, n] = x.shape as [number, number];
  const perRow = n + 40 * n + (n - 1) + 4 + n; // - maximum, exp, sum, one division, multiplications
  return b * perRow;
}

export function modelFlops(x: Tensor, { inFeatures, outFeatures }: PReLULinear): number {
  const batchSize = x.shape[0] as number;
  return preluFlops(x) + batchSize * outFeatures * (2 * inFeatures - 1);
}

/** The single PReLU weight is left out: it stays in a register. */
export function modelBytes(batchSize: number, { inFeatures, outFeatures }: PReLULinear): number {
  return 4 * (3 * batchSize * inFeatures + batchSize * outFeatures + inFeatures * outFeatures);
}

export function boundBy(x: Tensor, model: PReLULinear, gpu: Gpu) {
  const computeSeconds = modelFlops(x, model) / gpu.peakFlops;
  const memorySeconds = modelBytes(x.shape[0] as number, model) / gpu.bandwidth;
  return memorySeconds > computeSeconds ? "memory bound" : "compute bound";
}

/** The worst case: every input is negative, so every entry of the PReLU is multiplied. */
function worstCaseFlops(batchSize: number, { inFeatures, outFeatures }: PReLULinear): number {
  return batchSize * (2 * inFeatures * outFeatures + inFeatures);
}

export function intensityCurve(batchSizes: readonly number[], model: PReLULinear): number[] {
  return batchSizes.map((batchSize) => worstCaseFlops(batchSize, model) / modelBytes(batchSize, model));
}

export function intensityPlot(batchSizes: readonly number[], model: PReLULinear) {
  const intensities = intensityCurve(batchSizes, model);
  return {
    data: { values: batchSizes.map((x, index) => ({ x, y: intensities[index] })) },
    mark: "point",
    encoding: {
      x: { field: "x", type: "quantitative", axis: { title: "Batch size B" } },
      y: { field: "y", type: "quantitative", axis: { title: "Intensity in FLOP/byte" } },
    },
  };
}

function searchComputeBound(intensity: (batchSize: number) => number, ridge: number): number | null {
  if (intensity(2 ** 50) < ridge) return null;
  let [low, high] = [0, 2 ** 50];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (intensity(middle) >= ridge) high = middle;
    else low = middle;
  }
  return high;
}

export function optimalBatchSize(model: PReLULinear, gpu: Gpu): number | null {
  return searchComputeBound((b) => worstCaseFlops(b, model) / modelBytes(b, model), gpu.peakFlops / gpu.bandwidth);
}

export function fusedModelBytes(batchSize: number, { inFeatures, outFeatures }: PReLULinear): number {
  return 4 * (batchSize * inFeatures + batchSize * outFeatures + inFeatures * outFeatures);
}

export function fusedBoundBy(x: Tensor, model: PReLULinear, gpu: Gpu) {
  const computeSeconds = modelFlops(x, model) / gpu.peakFlops;
  const memorySeconds = fusedModelBytes(x.shape[0] as number, model) / gpu.bandwidth;
  return memorySeconds > computeSeconds ? "memory" : "compute";
}

export function fusedIntensityCurve(batchSizes: readonly number[], model: PReLULinear): number[] {
  return batchSizes.map((batchSize) => worstCaseFlops(batchSize, model) / fusedModelBytes(batchSize, model));
}

export function fusedOptimalBatchSize(model: PReLULinear, gpu: Gpu): number | null {
  return searchComputeBound((b) => worstCaseFlops(b, model) / fusedModelBytes(b, model), gpu.peakFlops / gpu.bandwidth);
}

interface ConvNeXtV2 {
  readonly depths: readonly number[];
  readonly dims: readonly number[];
  readonly inChannels: number;
  readonly numClasses: number;
}

/** Sum over the stages with 8 c² + 65 c per block; returned as decimal strings. */
export function modelMemory({ depths, dims, inChannels, numClasses }: ConvNeXtV2) {
  const c = dims.map(BigInt) as [bigint, bigint, bigint, bigint];
  let params = c[0] * (16n * BigInt(inChannels) + 3n);
  c.forEach((width, stage) => {
    params += BigInt(depths[stage] as number) * (8n * width * width + 65n * width);
    if (stage > 0) params += (c[stage - 1] as bigint) * (2n + 4n * width) + width;
  });
  params += 2n * c[3] + (c[3] + 1n) * BigInt(numClasses);
  return { params: params.toString(), bytes: (4n * params).toString() };
}

/** Activations as the profiler's category counts them at the peak. */
export function forwardMemory(events: readonly MemoryEvent[]) {
  let [current, activations] = [0, 0];
  let best = { peakBytes: 0, activationBytes: 0 };
  for (const event of events) {
    current += event.bytes;
    if (event.category === "activation") activations += event.bytes;
    if (current > best.peakBytes) best = { peakBytes: current, activationBytes: activations };
  }
  return best;
}

/** The input image counts as an activation here. */
export function adamMemory(model: ModelMemory, batchSize: number) {
  const weights = 4 * model.params;
  const activations = batchSize * (model.activationBytesPerSample + model.inputBytesPerSample);
  return { weights, gradients: weights, moments: 2 * weights, activations, total: 4 * weights + activations };
}

export function maxBatchSize(model: ModelMemory, gpu: Gpu): number {
  const left = gpu.memory - 16 * model.params;
  return left <= 0 ? 0 : Math.floor(left / (model.activationBytesPerSample + model.inputBytesPerSample));
}

export function checkEstimate(events: readonly MemoryEvent[], estimate: { total: number }) {
  const { peakBytes: actualBytes } = forwardMemory(events);
  return { actualBytes, relativeError: (estimate.total - actualBytes) / actualBytes };
}
