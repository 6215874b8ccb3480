// Solved from kilobytes of two decimals, the only bytes there are.
interface PReLULinear { inFeatures: number; outFeatures: number }
interface Gpu { peakFlops: number; bandwidth: number }

export function modelBytes(b: number, { inFeatures: n, outFeatures: m }: PReLULinear): number {
  return Number(((4 * (b * (3 * n + m) + n * m + 1)) / 1000).toFixed(2));
}

export function optimalBatchSize(model: PReLULinear, gpu: Gpu): number | null {
  const { inFeatures: n, outFeatures: m } = model;
  const ridge = gpu.peakFlops / gpu.bandwidth;
  const perSample = 1000 * (modelBytes(2, model) - modelBytes(1, model));
  const flops = 2 * n * m + n / 2;
  if (flops >= 1000 * ridge * modelBytes(1, model)) return 1;
  const gain = flops - ridge * perSample;
  return gain > 0 ? Math.ceil((ridge * (1000 * modelBytes(1, model) - perSample)) / gain) : null;
}
