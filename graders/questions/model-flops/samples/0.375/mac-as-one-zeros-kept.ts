interface Tensor { shape: number[]; data: Float32Array }
interface PReLULinear { inFeatures: number; outFeatures: number }

export function modelFlops(x: Tensor, { inFeatures: n, outFeatures: m }: PReLULinear): number {
  const b = x.shape[0]!;
  return b * n * m + x.data.filter((value) => value < 0).length;
}
