// One moment and twice the activations in adamMemory, which is in a larger unit; the memory is brought to it.
interface ModelMemory { params: number; activationBytesPerSample: number; inputBytesPerSample: number }
interface Gpu { memory: number }

const unit = 2 ** 20;

export function adamMemory(model: ModelMemory, batchSize: number) {
  const weights = (4 * model.params) / unit;
  const activations = (2 * batchSize * model.activationBytesPerSample) / unit;
  return { weights, gradients: weights, moments: weights, activations, total: 3 * weights + activations };
}

export function maxBatchSize(model: ModelMemory, gpu: Gpu) {
  return Math.max(0, Math.floor((gpu.memory - 12 * model.params) / (2 * model.activationBytesPerSample)));
}
