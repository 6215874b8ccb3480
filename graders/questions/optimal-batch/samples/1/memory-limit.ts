interface Tensor { shape: number[]; data: Float32Array }
interface PReLULinear { inFeatures: number; outFeatures: number }
interface Gpu { peakFlops: number; bandwidth: number; memory: number }

export const explanations = {
  "optimal-batch": "On my GPU the model never becomes compute bound, but throughput keeps rising with the batch, so I take the largest sensible one.",
};

export function optimalBatchSize({ inFeatures: n, outFeatures: m }: PReLULinear, gpu: Gpu): number {
  return Math.floor((gpu.memory - 4 * (n * m + 1)) / (4 * (2 * n + m)));
}
