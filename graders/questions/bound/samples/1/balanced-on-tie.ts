// A third word where intensity and ridge are equal.
interface Tensor { shape: number[]; data: Float32Array }
interface PReLULinear { inFeatures: number; outFeatures: number }
interface Gpu { peakFlops: number; bandwidth: number }

export function boundBy(x: Tensor, { inFeatures: n, outFeatures: m }: PReLULinear, gpu: Gpu): string {
  const b = x.shape[0]!;
  const flops = 2 * b * n * m + x.data.filter((value) => value <= 0).length;
  const intensity = flops / (4 * (b * (3 * n + m) + n * m + 1));
  const ridge = gpu.peakFlops / gpu.bandwidth;
  if (intensity === ridge) return "balanced";
  return intensity < ridge ? "memory" : "compute";
}
