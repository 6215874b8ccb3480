// The answer in the notebook to the letter: the output is that of one sample.
interface PReLULinear { inFeatures: number; outFeatures: number }

export function modelBytes(batchSize: number, { inFeatures: n, outFeatures: m }: PReLULinear): number {
  return batchSize * n * 4 + (batchSize * n + m) * 4;
}
