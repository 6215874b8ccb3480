// The curve alone: seven operations per weight, and no weights in the bytes.
interface PReLULinear { inFeatures: number; outFeatures: number }

export function intensityCurve(batchSizes: number[], { inFeatures: n, outFeatures: m }: PReLULinear): number[] {
  return batchSizes.map(() => (7 * n * m) / (4 * (3 * n + m)));
}
