// The answer in the notebook, for any batch.
interface PReLULinear { inFeatures: number; outFeatures: number }

export function modelBytes(batchSize: number, { inFeatures: n, outFeatures: m }: PReLULinear): number {
  return batchSize * n * 4 + batchSize * (n + m) * 4;
}
