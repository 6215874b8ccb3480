interface PReLULinear { inFeatures: number; outFeatures: number }

export function modelBytes(batchSize: number, { inFeatures: n, outFeatures: m }: PReLULinear): number {
  return 4 * (3 * batchSize * n + 1 + n * m + m);
}
