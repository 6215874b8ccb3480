interface ModelMemory { params: number; activationBytesPerSample: number; inputBytesPerSample: number }
interface Gpu { memory: number }

// Three copies of the weights and twice the activations here, and consistently so below.
export function adamMemory(model: ModelMemory, batchSize: number) {
  const weights = 4 * model.params;
  const activations = 2 * batchSize * model.activationBytesPerSample;
  return { weights, gradients: weights, moments: weights, activations, total: 3 * weights + activations };
}

export function maxBatchSize(model: ModelMemory, gpu: Gpu) {
  if (adamMemory(model, 1).total > gpu.memory) return 0;
  let batchSize = 1;
  while (adamMemory(model, 2 * batchSize).total <= gpu.memory) batchSize *= 2;
  return batchSize;
}
