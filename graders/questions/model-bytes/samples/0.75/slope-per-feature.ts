interface PReLULinear { inFeatures: number; outFeatures: number }

export function modelBytes(batchSize: number, { inFeatures: n, outFeatures: m }: PReLULinear): number {
  return 4 * (3 * batchSize * n + n * m + batchSize * m + n);
}
