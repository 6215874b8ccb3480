// A chart alone: in step with the batch size.
export function intensityPlot(batchSizes: number[], model: { inFeatures: number }) {
  return {
    data: { values: batchSizes.map((batch) => ({ batch, value: batch * model.inFeatures / 100 })) },
    mark: "line",
    encoding: { x: { field: "batch", title: "batch size" }, y: { field: "value", title: "FLOP per byte" } },
  };
}
