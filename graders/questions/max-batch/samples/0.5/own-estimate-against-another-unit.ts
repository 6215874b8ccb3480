// The estimate is in GiB, and the memory is brought to GB.
interface ModelMemory { params: number; activationBytesPerSample: number; inputBytesPerSample: number }
interface Gpu { memory: number }

export function adamMemory(model: ModelMemory, batchSize: number) {
  const weights = (4 * model.params) / 2 ** 30;
  const activations = (batchSize * model.activationBytesPerSample) / 2 ** 30;
  return { weights, gradients: weights, moments: 2 * weights, activations, total: 4 * weights + activations };
}

export function maxBatchSize(model: ModelMemory, gpu: Gpu) {
  const fixed = adamMemory(model, 0).total;
  return Math.max(0, Math.floor((gpu.memory / 1e9 - fixed) / (adamMemory(model, 1).total - fixed)));
}
