// One moment; each sample's image is in the estimate and not in what further samples add.
interface ModelMemory { params: number; activationBytesPerSample: number; inputBytesPerSample: number }
interface Gpu { memory: number }

export function adamMemory(model: ModelMemory, batchSize: number) {
  const weights = 4 * model.params;
  const activations = batchSize * (model.activationBytesPerSample + model.inputBytesPerSample);
  return { weights, gradients: weights, moments: weights, activations, total: 3 * weights + activations };
}

export function maxBatchSize(model: ModelMemory, gpu: Gpu) {
  const left = gpu.memory - adamMemory(model, 1).total;
  return Math.max(0, 1 + Math.floor(left / model.activationBytesPerSample));
}
