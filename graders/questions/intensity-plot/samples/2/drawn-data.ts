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

/** Data that look drawn at random, the same for the same seed. */
function draw(length: number, seed: number): Float32Array {
  let state = (seed * 2654435761 + 12345) >>> 0;
  return Float32Array.from({ length }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32 - 0.5;
  });
}

function curve(batchSizes: number[], model: PReLULinear, seed: number): number[] {
  const { inFeatures: n } = model;
  return batchSizes.map((b) => modelFlops({ shape: [b, n], data: draw(b * n, seed + b) }, model) / modelBytes(b, model));
}

export function intensityCurve(batchSizes: number[], model: PReLULinear): number[] {
  return curve(batchSizes, model, 1);
}

export function intensityPlot(batchSizes: number[], model: PReLULinear) {
  const intensities = curve(batchSizes, model, 1000); // drawn anew
  return {
    data: { values: batchSizes.map((batchSize, i) => ({ batchSize, intensity: intensities[i] })) },
    mark: { type: "line", point: true },
    encoding: {
      x: { field: "batchSize", type: "quantitative", title: "batch size", scale: { type: "log", base: 2 } },
      y: { field: "intensity", type: "quantitative", title: "arithmetic intensity (FLOP per byte)" },
    },
  };
}
