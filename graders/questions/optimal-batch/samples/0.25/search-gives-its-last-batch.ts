interface PReLULinear { inFeatures: number; outFeatures: number }
interface Gpu { peakFlops: number; bandwidth: number; memory: number }

export function optimalBatchSize({ inFeatures: n, outFeatures: m }: PReLULinear, gpu: Gpu): number {
  const isBound = (b: number) => (b * (2 * n * m + n / 2)) / (4 * (b * (3 * n + m) + n * m + 1)) >= gpu.peakFlops / gpu.bandwidth;
  let b = 1;
  while (b < 1000 && !isBound(b)) b++;
  return b;
}
