interface PReLULinear { inFeatures: number; outFeatures: number }
interface Gpu { peakFlops: number; bandwidth: number; memory: number }

export function fusedOptimalBatchSize({ inFeatures: n, outFeatures: m }: PReLULinear, gpu: Gpu): number {
  return Math.floor((gpu.memory - 4 * (n * m + 1)) / (4 * (n + m)));
}
