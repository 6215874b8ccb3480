interface PReLULinear { inFeatures: number; outFeatures: number }

export function modelBytes(batchSize: number, { inFeatures, outFeatures }: PReLULinear): bigint {
  const [b, n, m] = [BigInt(batchSize), BigInt(inFeatures), BigInt(outFeatures)];
  return 4n * (3n * b * n + b * m + n * m + 1n);
}
