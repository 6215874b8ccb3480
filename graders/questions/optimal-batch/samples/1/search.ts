// Nothing found is undefined, which stands for none.
interface Tensor { shape: number[]; data: Float32Array }
interface PReLULinear { inFeatures: number; outFeatures: number }
interface Gpu { peakFlops: number; bandwidth: number; memory: number }

export function preluFlops(x: Tensor): number {
  return x.data.filter((value) => value <= 0).length;
}

export function modelFlops(x: Tensor, { inFeatures: n, outFeatures: m }: PReLULinear): number {
  return 2 * x.shape[0]! * n * m + preluFlops(x);
}

export function modelBytes(b: number, { inFeatures: n, outFeatures: m }: PReLULinear): number {
  return 4 * (b * (3 * n + m) + n * m + 1);
}

export function optimalBatchSize(model: PReLULinear, gpu: Gpu): number | undefined {
  const ridge = gpu.peakFlops / gpu.bandwidth;
  const flops = modelFlops({ shape: [1, model.inFeatures], data: new Float32Array(model.inFeatures).fill(1) }, model);
  const batches = Array.from({ length: 100000 }, (_, i) => i + 1);
  return batches.find((b) => (b * flops) / modelBytes(b, model) >= ridge);
}
