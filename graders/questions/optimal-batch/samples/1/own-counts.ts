// By the notebook's counts the curve is flat: one sample or none.
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
  return b * n * 4 + b * (n + m) * 4;
}

export function optimalBatchSize(model: PReLULinear, gpu: Gpu): number | null {
  const x = (b: number) => ({ shape: [b, model.inFeatures], data: new Float32Array(b * model.inFeatures) });
  for (let b = 1; b <= 64; b *= 2) {
    if (modelFlops(x(b), model) / modelBytes(b, model) >= gpu.peakFlops / gpu.bandwidth) return b;
  }
  return null;
}
