// The curve alone; the FLOP of one sample over the bytes of the batch.
interface PReLULinear { inFeatures: number; outFeatures: number }

export function intensityCurve(batchSizes: number[], { inFeatures: n, outFeatures: m }: PReLULinear): number[] {
  return batchSizes.map((b) => (2 * n * m + n / 2) / (4 * (b * (3 * n + m) + n * m + 1)));
}
