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
  return batchSizes.map((b) => (b * (2 * n * m + n / 2)) / modelBytes(b, model));
}

export function intensityPlot(batchSizes: number[], model: PReLULinear) {
  const intensities = intensityCurve(batchSizes, model);
  const values = batchSizes.map((b, i) => ({ b: String(b), "FLOP per byte": intensities[i] }));
  return {
    $schema: "https://vega.github.io/schema/vega-lite/v5.json",
    title: "Roofline of PReLU + Linear",
    width: 400,
    data: { values },
    encoding: {
      x: { field: "b", type: "ordinal", sort: null, axis: { title: "batch size", labelAngle: 0 } },
      y: { field: "FLOP per byte", type: "quantitative", axis: { title: ["arithmetic intensity", "(FLOP per byte)"] } },
    },
    layer: [
      { mark: "line" },
      { mark: { type: "circle", color: "firebrick" } },
      { mark: { type: "rule", strokeDash: [4, 4] }, encoding: { x: { datum: 8 }, y: { datum: 2 } } },
    ],
  };
}
