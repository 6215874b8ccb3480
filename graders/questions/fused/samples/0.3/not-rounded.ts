interface PReLULinear { inFeatures: number; outFeatures: number }
interface Gpu { peakFlops: number; bandwidth: number; memory: number }

export function fusedOptimalBatchSize({ inFeatures: n, outFeatures: m }: PReLULinear, gpu: Gpu): number | null {
  const ridge = gpu.peakFlops / gpu.bandwidth;
  const gain = 2 * n * m + n / 2 - ridge * 4 * (n + m);
  if (gain <= 0) return null;
  return (ridge * 4 * (n * m + 1)) / gain;
}
