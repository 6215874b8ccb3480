// The notebook's PReLU, written out, without a function of its own.
interface Tensor { shape: number[]; data: Float32Array }
interface PReLULinear { inFeatures: number; outFeatures: number }

export function modelFlops(x: Tensor, { inFeatures: n, outFeatures: m }: PReLULinear): number {
  const b = x.shape[0]!;
  return 2 * b * n * m + 2 * x.data.length;
}
