// The answer in the notebook: wrong counts, and the right conclusion from them.
interface Tensor { shape: number[]; data: Float32Array }
interface PReLULinear { inFeatures: number; outFeatures: number }
interface Gpu { peakFlops: number; bandwidth: number }

export function preluFlops(x: Tensor): number {
  return 2 * x.shape[0]! * x.shape[1]!;
}

export function modelFlops(x: Tensor, { inFeatures: n, outFeatures: m }: PReLULinear): number {
  return preluFlops(x) + x.shape[0]! * n * m * 2;
}

export function modelBytes(b: number, { inFeatures: n, outFeatures: m }: PReLULinear): number {
  return b * n * 4 + b * (n + m) * 4;
}

export function boundBy(x: Tensor, model: PReLULinear, gpu: Gpu): string {
  const intensity = modelFlops(x, model) / modelBytes(x.shape[0]!, model);
  const ridge = gpu.peakFlops / gpu.bandwidth;
  return intensity < ridge ? "memory" : "compute";
}
