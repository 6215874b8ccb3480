// The MAC taken for one FLOP, counted in place, and told in a sentence.
interface Tensor { shape: number[]; data: Float32Array }
interface PReLULinear { inFeatures: number; outFeatures: number }
interface Gpu { peakFlops: number; bandwidth: number }

export function boundBy(x: Tensor, { inFeatures: n, outFeatures: m }: PReLULinear, gpu: Gpu): string {
  const b = x.shape[0]!;
  const flops = b * n * m + x.data.filter((value) => value <= 0).length;
  const intensity = flops / (4 * (b * (3 * n + m) + n * m + 1));
  return `The model is ${intensity < gpu.peakFlops / gpu.bandwidth ? "memory" : "compute"} bound on this GPU.`;
}
