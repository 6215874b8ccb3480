interface Tensor { shape: number[]; data: Float32Array }
interface PReLULinear { inFeatures: number; outFeatures: number }
interface Gpu { peakFlops: number; bandwidth: number; memory: number }

export const explanations = {
  "optimal-batch": "On my GPU the model never becomes compute bound, but throughput keeps rising with the batch, so I take the largest sensible one.",
};

export function optimalBatchSize({ inFeatures: n, outFeatures: m }: PReLULinear, gpu: Gpu): number | null {
  const ridge = gpu.peakFlops / gpu.bandwidth;
  const gain = 2 * n * m + n / 2 - ridge * 4 * (3 * n + m);
  if (gain <= 0) return Math.floor(gpu.memory / (4 * (2 * n + m)));
  return Math.max(1, Math.ceil((ridge * 4 * (n * m + 1)) / gain));
}
