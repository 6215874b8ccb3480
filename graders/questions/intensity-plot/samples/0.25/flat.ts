// The chart alone; the weights are in no sum.
interface PReLULinear { inFeatures: number; outFeatures: number }

export function intensityPlot(batchSizes: number[], { inFeatures: n, outFeatures: m }: PReLULinear) {
  return {
    data: { values: batchSizes.map((b) => ({ batchSize: b, intensity: (2 * n * m + n / 2) / (4 * (3 * n + m)) })) },
    mark: "line",
    encoding: {
      x: { field: "batchSize", type: "quantitative", title: "batch size" },
      y: { field: "intensity", type: "quantitative", title: "arithmetic intensity (FLOP per byte)" },
    },
  };
}
