// Two mistakes in adamMemory, and the right conclusion from it with some room kept.
interface ModelMemory { params: number; activationBytesPerSample: number; inputBytesPerSample: number }
interface Gpu { memory: number }

export function adamMemory(model: ModelMemory, batchSize: number) {
  const weights = 4 * model.params;
  const activations = 2 * batchSize * model.activationBytesPerSample;
  return { weights, gradients: weights, moments: 0, activations, total: 2 * weights + activations };
}

export function maxBatchSize(model: ModelMemory, gpu: Gpu) {
  const weights = 4 * model.params;
  const perSample = model.activationBytesPerSample;
  return Math.max(0, Math.floor((0.97 * gpu.memory - 2 * weights) / (2 * perSample)));
}
