// A fifth on top for overheads; the first sample is in the estimate.
interface ModelMemory { params: number; activationBytesPerSample: number; inputBytesPerSample: number }
interface Gpu { memory: number }

export function adamMemory(model: ModelMemory, batchSize: number) {
  const weights = 4 * model.params;
  const activations = batchSize * model.activationBytesPerSample;
  const total = 1.2 * (4 * weights + activations);
  return { weights, gradients: weights, moments: 2 * weights, activations, total };
}

export function maxBatchSize(model: ModelMemory, gpu: Gpu) {
  const left = gpu.memory - adamMemory(model, 1).total;
  return Math.max(0, 1 + Math.floor(left / model.activationBytesPerSample));
}
