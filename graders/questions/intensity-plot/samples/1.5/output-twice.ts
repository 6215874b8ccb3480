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

export function intensityCurve(batchSizes: number[], model: PReLULinear): number[] {
  const { inFeatures: n, outFeatures: m } = model;
  return batchSizes.map((b) => (b * (2 * n * m + n / 2)) / (4 * (b * (3 * n + 2 * m) + n * m + 1)));
}

export function intensityPlot(batchSizes: number[], model: PReLULinear) {
  const intensities = intensityCurve(batchSizes, model);
  return {
    data: { values: batchSizes.map((batchSize, i) => ({ batchSize, intensity: intensities[i] })) },
    mark: { type: "line", point: true },
    encoding: {
      x: { field: "batchSize", type: "quantitative", title: "batch size", scale: { type: "log", base: 2 } },
      y: { field: "intensity", type: "quantitative", title: "arithmetic intensity (FLOP per byte)" },
    },
  };
}
