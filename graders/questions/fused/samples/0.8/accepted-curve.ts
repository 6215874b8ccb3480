// The curve alone, right without bytes of its own: FLOP and curve.
interface PReLULinear { inFeatures: number; outFeatures: number }

export function fusedIntensityCurve(batchSizes: number[], { inFeatures: n, outFeatures: m }: PReLULinear): number[] {
  return batchSizes.map((b) => (b * (2 * n * m + n / 2)) / (4 * (b * (n + m) + n * m + 1)));
}
