interface PReLULinear { inFeatures: number; outFeatures: number }

export function modelBytes(batchSize: number, { inFeatures: n, outFeatures: m }: PReLULinear): number {
  return 4 * (batchSize * (3 * n + 2 * m) + 1 + n * m);
}
