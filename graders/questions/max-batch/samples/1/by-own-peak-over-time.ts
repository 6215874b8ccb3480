// A first iteration: no moments beside the activations. The batch is searched by it.
interface ModelMemory { params: number; activationBytesPerSample: number; inputBytesPerSample: number }
interface Gpu { memory: number }

export function adamMemory(model: ModelMemory, batchSize: number) {
  const weights = 4 * model.params;
  const activations = batchSize * model.activationBytesPerSample;
  return { weights, gradients: weights, moments: 2 * weights, activations, total: Math.max(weights + activations, 5 * weights) };
}

export function maxBatchSize(model: ModelMemory, gpu: Gpu) {
  const fits = (batchSize: number) => adamMemory(model, batchSize).total <= gpu.memory;
  let [batchSize, step] = [0, 1];
  while (fits(batchSize + step)) step *= 2;
  for (; step >= 1; step /= 2) if (fits(batchSize + step)) batchSize += step;
  return batchSize;
}
