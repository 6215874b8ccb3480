interface Tensor { shape: number[]; data: Float32Array }
interface PReLULinear { inFeatures: number; outFeatures: number }
interface Gpu { peakFlops: number; bandwidth: number }

export function preluFlops(x: Tensor): number {
  return x.data.filter((value) => value <= 0).length;
}

export function modelFlops(x: Tensor, { inFeatures: n, outFeatures: m }: PReLULinear): number {
  return 2 * x.shape[0]! * n * m + preluFlops(x);
}

export function modelBytes(b: number, { inFeatures: n, outFeatures: m }: PReLULinear): number {
  return 4 * (b * (3 * n + m) + n * m + 1);
}

export const boundBy = (): string => "memory";
