interface ModelMemory { params: number; activationBytesPerSample: number; inputBytesPerSample: number }
interface Gpu { memory: number }

export function maxBatchSize(model: ModelMemory, gpu: Gpu) {
  const weights = 4 * model.params;
  const perSample = model.activationBytesPerSample;
  let batchSize = 1;
  while (4 * weights + 2 * batchSize * perSample <= gpu.memory) batchSize *= 2;
  return 4 * weights + perSample <= gpu.memory ? batchSize : 0;
}
