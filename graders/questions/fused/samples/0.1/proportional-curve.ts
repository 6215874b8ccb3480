// The curve alone: seven operations per weight, over the bytes of one sample.
interface PReLULinear { inFeatures: number; outFeatures: number }

export function fusedIntensityCurve(batchSizes: number[], { inFeatures: n, outFeatures: m }: PReLULinear): number[] {
  return batchSizes.map((b) => (7 * b * n * m) / (4 * (n + m + n * m + 1)));
}
