interface PReLULinear { inFeatures: number; outFeatures: number }

export function modelBytes(batchSize: number, { inFeatures: n, outFeatures: m }: PReLULinear): number {
  return 4 * (batchSize * m + n * m + 1);
}
