interface Tensor { shape: number[]; data: Float32Array }
interface PReLULinear { inFeatures: number; outFeatures: number }
interface Gpu { peakFlops: number; bandwidth: number; memory: number }

export function preluFlops(x: Tensor): number {
  return 2 * x.shape[0]! * x.shape[1]!;
}

export function modelFlops(x: Tensor, { inFeatures: n, outFeatures: m }: PReLULinear): number {
  return preluFlops(x) + x.shape[0]! * n * m * 2;
}

export function modelBytes(b: number, { inFeatures: n, outFeatures: m }: PReLULinear): number {
  return b * n * 4 + b * (n + m) * 4 + b * n + 3 * n * m;
}

export function optimalBatchSize(model: PReLULinear, gpu: Gpu): number | null {
  const { inFeatures: n, outFeatures: m } = model;
  const ridge = gpu.peakFlops / gpu.bandwidth;
  const gain = 2 * n * m + 2 * n - ridge * (4 * (2 * n + m) + n);
  return gain > 0 ? Math.max(1, Math.ceil((ridge * 3 * n * m) / gain)) : null;
}
