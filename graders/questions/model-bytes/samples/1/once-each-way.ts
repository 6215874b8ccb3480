interface PReLULinear { inFeatures: number; outFeatures: number }

export function modelBytes(batchSize: number, { inFeatures, outFeatures }: PReLULinear): number {
  const prelu = batchSize * inFeatures + 1 + batchSize * inFeatures;
  const linear = batchSize * inFeatures + inFeatures * outFeatures + batchSize * outFeatures;
  return 4 * (prelu + linear);
}
