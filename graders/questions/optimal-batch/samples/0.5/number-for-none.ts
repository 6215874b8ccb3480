interface PReLULinear { inFeatures: number; outFeatures: number }
interface Gpu { peakFlops: number; bandwidth: number; memory: number }

export function optimalBatchSize({ inFeatures: n, outFeatures: m }: PReLULinear, gpu: Gpu): number {
  const ridge = gpu.peakFlops / gpu.bandwidth;
  const gain = 2 * n * m + n / 2 - ridge * 4 * (3 * n + m);
  const crossing = (ridge * 4 * (n * m + 1)) / gain;
  return gain <= 0 ? Number.MAX_SAFE_INTEGER : Math.max(1, Math.ceil(crossing));
}
