// The curve alone; the FLOP of one sample over the bytes of the batch.
interface PReLULinear { inFeatures: number; outFeatures: number }

export function fusedIntensityCurve(batchSizes: number[], { inFeatures: n, outFeatures: m }: PReLULinear): number[] {
  return batchSizes.map((b) => (2 * n * m + n / 2) / (4 * (b * (n + m) + n * m + 1)));
}
