interface ModelMemory { params: number; activationBytesPerSample: number; inputBytesPerSample: number }
interface Gpu { memory: number }

export function maxBatchSize(model: ModelMemory, gpu: Gpu) {
  const weights = 4 * model.params;
  const perSample = model.activationBytesPerSample;
  let batchSize = 0;
  if (gpu.memory > 4 * weights) batchSize = Math.ceil((gpu.memory - 4 * weights) / perSample) - 1;
  return batchSize;
}
