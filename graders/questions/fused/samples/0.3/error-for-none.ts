interface PReLULinear { inFeatures: number; outFeatures: number }
interface Gpu { peakFlops: number; bandwidth: number; memory: number }

export function fusedOptimalBatchSize({ inFeatures: n, outFeatures: m }: PReLULinear, gpu: Gpu): number {
  const ridge = gpu.peakFlops / gpu.bandwidth;
  const gain = 2 * n * m + n / 2 - ridge * 4 * (n + m);
  const crossing = (ridge * 4 * (n * m + 1)) / gain;
  if (gain <= 0) throw new Error("this model is never compute bound on this GPU");
  return Math.max(1, Math.ceil(crossing));
}
