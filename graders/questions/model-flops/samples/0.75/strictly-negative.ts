interface Tensor { shape: number[]; data: Float32Array }
interface PReLULinear { inFeatures: number; outFeatures: number }

export function preluFlops(x: Tensor): number {
  let flops = 0;
  for (const value of x.data) if (value <= 0) flops++;
  return flops;
}

export function modelFlops(x: Tensor, { inFeatures: n, outFeatures: m }: PReLULinear): number {
  const b = x.shape[0]!;
  return 2 * b * n * m + x.data.filter((value) => value < 0).length;
}
