// The notebook's counts, with one PReLU pass and no weights, fused: everything follows.
interface Tensor { shape: number[]; data: Float32Array }
interface PReLULinear { inFeatures: number; outFeatures: number }
interface Gpu { peakFlops: number; bandwidth: number; memory: number }

export const explanations = {
  fused: "Without weights, FLOP and bytes both grow in step with the batch, so the curve is flat, only higher than unfused.",
};

export function preluFlops(x: Tensor): number {
  return 2 * x.shape[0]! * x.shape[1]!;
}

export function modelFlops(x: Tensor, { inFeatures: n, outFeatures: m }: PReLULinear): number {
  return preluFlops(x) + x.shape[0]! * n * m * 2;
}

export function modelBytes(b: number, { inFeatures: n, outFeatures: m }: PReLULinear): number {
  return b * n * 4 + b * (n + m) * 4;
}

export function fusedModelBytes(b: number, { inFeatures: n, outFeatures: m }: PReLULinear): number {
  return 4 * b * (n + m);
}

export function fusedBoundBy(x: Tensor, model: PReLULinear, gpu: Gpu): string {
  const intensity = modelFlops(x, model) / fusedModelBytes(x.shape[0]!, model);
  return intensity < gpu.peakFlops / gpu.bandwidth ? "memory" : "compute";
}

export function fusedIntensityCurve(batchSizes: number[], model: PReLULinear): number[] {
  const { inFeatures: n, outFeatures: m } = model;
  return batchSizes.map((b) => (b * (2 * n * m + 2 * n)) / fusedModelBytes(b, model));
}

export function fusedOptimalBatchSize(model: PReLULinear, gpu: Gpu): number | null {
  const { inFeatures: n, outFeatures: m } = model;
  const ridge = gpu.peakFlops / gpu.bandwidth;
  const perSample = fusedModelBytes(2, model) - fusedModelBytes(1, model);
  const gain = 2 * n * m + 2 * n - ridge * perSample;
  if (gain <= 0) return (2 * n * m + 2 * n) / perSample >= ridge ? 1 : null;
  return Math.max(1, Math.ceil((ridge * (fusedModelBytes(1, model) - perSample)) / gain));
}
