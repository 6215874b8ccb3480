// The chart alone; bytes over FLOP.
interface PReLULinear { inFeatures: number; outFeatures: number }

export function intensityPlot(batchSizes: number[], { inFeatures: n, outFeatures: m }: PReLULinear) {
  return {
    data: { values: batchSizes.map((b) => ({ batchSize: b, intensity: (4 * (b * (3 * n + m) + n * m + 1)) / (b * (2 * n * m + n / 2)) })) },
    mark: "line",
    encoding: {
      x: { field: "batchSize", type: "quantitative", title: "batch size" },
      y: { field: "intensity", type: "quantitative", title: "arithmetic intensity (FLOP per byte)" },
    },
  };
}
