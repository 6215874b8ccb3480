// No gradients, and activations twice, which the division does not repeat.
interface ModelMemory { params: number; activationBytesPerSample: number; inputBytesPerSample: number }
interface Gpu { memory: number }

export function adamMemory(model: ModelMemory, batchSize: number) {
  const weights = 4 * model.params;
  const activations = 2 * batchSize * model.activationBytesPerSample;
  return { weights, gradients: 0, moments: 2 * weights, activations, total: 3 * weights + activations };
}

export function maxBatchSize(model: ModelMemory, gpu: Gpu) {
  const left = gpu.memory - adamMemory(model, 0).total;
  return Math.max(0, Math.floor(left / model.activationBytesPerSample));
}
