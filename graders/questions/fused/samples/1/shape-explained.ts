// Bytes and curve alone: weights that are read for every sample make it flat, and the reason is given.
interface Tensor { shape: number[]; data: Float32Array }
interface PReLULinear { inFeatures: number; outFeatures: number }

export const explanations = {
  fused: "The curve is flat since FLOP and bytes both grow in step with the batch size.",
};

export function modelFlops(x: Tensor, { inFeatures: n, outFeatures: m }: PReLULinear): number {
  return 2 * x.shape[0]! * n * m;
}

export function fusedModelBytes(b: number, { inFeatures: n, outFeatures: m }: PReLULinear): number {
  return 4 * b * (n + m + n * m + 1);
}

export function fusedIntensityCurve(batchSizes: number[], { inFeatures: n, outFeatures: m }: PReLULinear): number[] {
  return batchSizes.map((b) => (2 * b * n * m) / fusedModelBytes(b, { inFeatures: n, outFeatures: m }));
}
