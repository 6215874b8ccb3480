// Three inputs in four are negative.
interface Tensor { shape: number[]; data: Float32Array }
interface PReLULinear { inFeatures: number; outFeatures: number }
interface Gpu { peakFlops: number; bandwidth: number; memory: number }

export function preluFlops(x: Tensor): number {
  return x.data.filter((value) => value <= 0).length;
}

export function modelFlops(x: Tensor, { inFeatures: n, outFeatures: m }: PReLULinear): number {
  return 2 * x.shape[0]! * n * m + preluFlops(x);
}

export function fusedModelBytes(b: number, { inFeatures: n, outFeatures: m }: PReLULinear): number {
  return 4 * (b * (n + m) + n * m + 1);
}

export function fusedBoundBy(x: Tensor, model: PReLULinear, gpu: Gpu): string {
  const intensity = modelFlops(x, model) / fusedModelBytes(x.shape[0]!, model);
  return intensity < gpu.peakFlops / gpu.bandwidth ? "memory" : "compute";
}

export function fusedIntensityCurve(batchSizes: number[], model: PReLULinear): number[] {
  const { inFeatures: n, outFeatures: m } = model;
  return batchSizes.map((b) => (b * (2 * n * m + 0.75 * n)) / fusedModelBytes(b, model));
}

export function fusedOptimalBatchSize({ inFeatures: n, outFeatures: m }: PReLULinear, gpu: Gpu): number | null {
  const ridge = gpu.peakFlops / gpu.bandwidth;
  const gain = 2 * n * m + 0.75 * n - ridge * 4 * (n + m);
  if (gain <= 0) return null;
  return Math.max(1, Math.ceil((ridge * 4 * (n * m + 1)) / gain));
}
