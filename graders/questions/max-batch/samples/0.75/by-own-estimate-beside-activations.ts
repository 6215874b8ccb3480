// A fifth on top for overheads, and activations twice; both are taken from the estimate of one sample.
interface ModelMemory { params: number; activationBytesPerSample: number; inputBytesPerSample: number }
interface Gpu { memory: number }

export function adamMemory(model: ModelMemory, batchSize: number) {
  const weights = 4 * model.params;
  const activations = 2 * batchSize * model.activationBytesPerSample;
  const total = 1.2 * (4 * weights + activations);
  return { weights, gradients: weights, moments: 2 * weights, activations, total };
}

export function maxBatchSize(model: ModelMemory, gpu: Gpu) {
  const { total, activations } = adamMemory(model, 1);
  return Math.max(0, Math.floor((gpu.memory - (total - activations)) / activations));
}
