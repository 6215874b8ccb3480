/** For tests: right forms and wrong thoughts. Most of it once passed the public checks, and earned points. */
import type { Gpu, ModelMemory, PReLULinear, Tensor } from "../contract/value";
import type { Implementation } from "./judge-implementation";

const rowsOf = ({ shape }: Tensor): number => shape[0] ?? 0;
const columnsOf = ({ shape }: Tensor): number => shape[1] ?? 0;
const ridgeOf = ({ peakFlops, bandwidth }: Gpu): number => peakFlops / bandwidth;
const modelBytes = (batchSize: number, { inFeatures, outFeatures }: PReLULinear): number =>
  inFeatures * outFeatures + batchSize;
const bound = (_: Tensor, __: PReLULinear, gpu: Gpu): string => (ridgeOf(gpu) > 1 ? "memory" : "compute");
const curve = (batchSizes: readonly number[]): readonly number[] =>
  batchSizes.map((batchSize) => 1 - 1 / (batchSize + 1));

export const nonsense = {
  batchNormFlops: columnsOf,
  softmaxFlops: (x: Tensor) => 41 * rowsOf(x) * columnsOf(x),
  modelFlops: (x: Tensor, { inFeatures, outFeatures }: PReLULinear) =>
    5 * inFeatures * outFeatures * rowsOf(x),
  modelBytes,
  boundBy: bound,
  intensityCurve: curve,
  intensityPlot: (batchSizes: readonly number[]) => ({
    data: { values: batchSizes.map((b) => ({ "batch.size": b, ai: b })) },
    mark: "line",
    encoding: { x: { field: "batch.size", title: "x" }, y: { field: "ai", title: "y" } },
  }),
  optimalBatchSize: (_: PReLULinear, gpu: Gpu) => (ridgeOf(gpu) > 1 ? null : 1_000_000),
  fusedModelBytes: (batchSize: number, model: PReLULinear) => 3 * modelBytes(batchSize, model),
  fusedBoundBy: bound,
  fusedIntensityCurve: curve,
  fusedOptimalBatchSize: () => 1,
  modelMemory: ({ numClasses }: { numClasses: number }) => ({
    params: 21 * numClasses + 828,
    bytes: 21 * numClasses,
  }),
  forwardMemory: (events: readonly { readonly bytes: number }[]) => ({
    peakBytes: Math.max(...events.map(({ bytes }) => bytes)) * 2.5,
    activationBytes: 0,
  }),
  adamMemory: (model: ModelMemory, batchSize: number) => ({
    weights: model.params,
    gradients: 1,
    moments: 1,
    activations: batchSize,
    total: model.params + batchSize,
  }),
  maxBatchSize: (model: ModelMemory, { memory }: Gpu) =>
    Math.max(0, Math.floor(memory / model.activationBytesPerSample - model.params / 1e7)),
  checkEstimate: (_: unknown, { total }: { total: number }) => ({
    actualBytes: total,
    relativeError: 0,
  }),
} as unknown as Implementation;
