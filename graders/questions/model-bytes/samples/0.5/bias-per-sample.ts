interface PReLULinear { inFeatures: number; outFeatures: number }

export function modelBytes(batchSize: number, { inFeatures: n, outFeatures: m }: PReLULinear): number {
  const onePass = n + n + n + m;
  return 4 * (batchSize * (onePass + m) + 1 + n * m);
}
