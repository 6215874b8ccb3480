// Made up: of the tensors a fused kernel moves, the input is missing. What follows from it carries half.
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

export function fusedModelBytes(b: number, { inFeatures: n, outFeatures: m }: PReLULinear): number {
  return 4 * (b + n) * m;
}

export function fusedBoundBy(x: Tensor, model: PReLULinear, gpu: Gpu): string {
  const intensity = modelFlops(x, model) / fusedModelBytes(x.shape[0]!, model);
  return intensity < gpu.peakFlops / gpu.bandwidth ? "memory" : "compute";
}

export function fusedIntensityCurve(batchSizes: number[], model: PReLULinear): number[] {
  const { inFeatures: n, outFeatures: m } = model;
  return batchSizes.map((b) => (b * (2 * n * m + n / 2)) / fusedModelBytes(b, model));
}

export function fusedOptimalBatchSize(model: PReLULinear, gpu: Gpu): number | null {
  const { inFeatures: n, outFeatures: m } = model;
  const ridge = gpu.peakFlops / gpu.bandwidth;
  const perSample = fusedModelBytes(2, model) - fusedModelBytes(1, model);
  const gain = 2 * n * m + n / 2 - ridge * perSample;
  if (gain <= 0) return (2 * n * m + n / 2) / perSample >= ridge ? 1 : null;
  return Math.max(1, Math.ceil((ridge * (fusedModelBytes(1, model) - perSample)) / gain));
}
