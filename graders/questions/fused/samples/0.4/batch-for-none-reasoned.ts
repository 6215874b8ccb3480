// The smallest compute-bound batch, and where there is none, the largest that fits into memory, with a reason.
interface PReLULinear { inFeatures: number; outFeatures: number }
interface Gpu { peakFlops: number; bandwidth: number; memory: number }

export const explanations = {
  fused: "Where even the fused model stays memory bound, throughput keeps rising with the batch, so I take the largest one that fits.",
};

export function fusedOptimalBatchSize({ inFeatures: n, outFeatures: m }: PReLULinear, gpu: Gpu): number {
  const ridge = gpu.peakFlops / gpu.bandwidth;
  const gain = 2 * n * m + n / 2 - ridge * 4 * (n + m);
  if (gain <= 0) return Math.floor((gpu.memory - 4 * (n * m + 1)) / (4 * (n + m)));
  return Math.max(1, Math.ceil((ridge * 4 * (n * m + 1)) / gain));
}
