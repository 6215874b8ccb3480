interface Tensor { shape: number[]; data: Float32Array }
interface PReLULinear { inFeatures: number; outFeatures: number }
interface Gpu { peakFlops: number; bandwidth: number; memory: number }

export function optimalBatchSize({ inFeatures: n, outFeatures: m }: PReLULinear, gpu: Gpu): number | null {
  for (let b = 8; b < 1e6; b += 8) {
    const intensity = (b * (2 * n * m + n / 2)) / (4 * (b * (3 * n + m) + n * m + 1));
    if (intensity >= gpu.peakFlops / gpu.bandwidth) return b;
  }
  return null;
}
