interface PReLULinear { inFeatures: number; outFeatures: number }

export function modelBytes(_: number, { inFeatures: n, outFeatures: m }: PReLULinear): number {
  return 4 * (3 * n + 1 + n * m + m);
}
