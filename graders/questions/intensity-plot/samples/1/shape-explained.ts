// The curve alone: weights that are read for every sample make it flat, and the reason is given.
interface Tensor { shape: number[]; data: Float32Array }
interface PReLULinear { inFeatures: number; outFeatures: number }

export const explanations = {
  "intensity-plot": "The curve is flat since FLOP and bytes both grow in step with the batch size.",
};

export function modelFlops(x: Tensor, { inFeatures: n, outFeatures: m }: PReLULinear): number {
  return 2 * x.shape[0]! * n * m;
}

export function modelBytes(b: number, { inFeatures: n, outFeatures: m }: PReLULinear): number {
  return 4 * b * (3 * n + m + n * m + 1);
}

export function intensityCurve(batchSizes: number[], { inFeatures: n, outFeatures: m }: PReLULinear): number[] {
  return batchSizes.map((b) => (2 * b * n * m) / modelBytes(b, { inFeatures: n, outFeatures: m }));
}
