// A chart alone: one value for all batch sizes, whatever is moved for them.
export function intensityPlot(batchSizes: number[], model: { inFeatures: number }) {
  return {
    data: { values: batchSizes.map((batch) => ({ batch, value: model.inFeatures / 10 })) },
    mark: "line",
    encoding: { x: { field: "batch", title: "batch size" }, y: { field: "value", title: "FLOP per byte" } },
  };
}
