interface PReLULinear { inFeatures: number; outFeatures: number }

export function optimalBatchSize({ inFeatures: n, outFeatures: m }: PReLULinear): number {
  return Math.ceil((9 * (n * m + 1)) / (3 * n + m)); // 90 % of the limit
}
