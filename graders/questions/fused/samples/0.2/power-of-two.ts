interface PReLULinear { inFeatures: number; outFeatures: number }
interface Gpu { peakFlops: number; bandwidth: number; memory: number }

export function fusedOptimalBatchSize({ inFeatures: n, outFeatures: m }: PReLULinear, gpu: Gpu): number | null {
  for (let b = 1; b < 2 ** 30; b *= 2) {
    const intensity = (b * (2 * n * m + n / 2)) / (4 * (b * (n + m) + n * m + 1));
    if (intensity >= gpu.peakFlops / gpu.bandwidth) return b;
  }
  return null;
}
