// A slope of the PReLU for each input feature in both models, which the unfused bytes pay for.
interface Tensor { shape: number[]; data: Float32Array }
interface PReLULinear { inFeatures: number; outFeatures: number }
interface Gpu { peakFlops: number; bandwidth: number; memory: number }

const count = (b: number, { inFeatures: n, outFeatures: m }: PReLULinear): number => b * (2 * n * m + n);

export function modelFlops(x: Tensor, model: PReLULinear): number {
  return count(x.shape[0]!, model);
}

export function modelBytes(b: number, { inFeatures: n, outFeatures: m }: PReLULinear): number {
  return 4 * (b * (3 * n + m) + n * m + n);
}

export function fusedModelBytes(b: number, { inFeatures: n, outFeatures: m }: PReLULinear): number {
  return 4 * (b * (n + m) + n * m + n);
}

export function fusedIntensityCurve(batchSizes: number[], model: PReLULinear): number[] {
  return batchSizes.map((b) => count(b, model) / fusedModelBytes(b, model));
}

export function fusedBoundBy(x: Tensor, model: PReLULinear, gpu: Gpu): string {
  return modelFlops(x, model) / fusedModelBytes(x.shape[0]!, model) < gpu.peakFlops / gpu.bandwidth ? "memory" : "compute";
}

export function fusedOptimalBatchSize(model: PReLULinear, gpu: Gpu): number | null {
  const isEnough = (b: number): boolean => count(b, model) / fusedModelBytes(b, model) >= gpu.peakFlops / gpu.bandwidth;
  if (isEnough(1)) return 1;
  let [below, above] = [1, 2];
  while (!isEnough(above)) {
    if (above > 2 ** 40) return null;
    [below, above] = [above, 2 * above];
  }
  while (above - below > 1) {
    const middle = Math.floor((below + above) / 2);
    if (isEnough(middle)) above = middle;
    else below = middle;
  }
  return above;
}
