// The curve alone; bytes over FLOP.
interface PReLULinear { inFeatures: number; outFeatures: number }

export function fusedIntensityCurve(batchSizes: number[], { inFeatures: n, outFeatures: m }: PReLULinear): number[] {
  return batchSizes.map((b) => (4 * (b * (n + m) + n * m + 1)) / (b * (2 * n * m + n / 2)));
}
