interface ModelMemory { params: number; activationBytesPerSample: number; inputBytesPerSample: number }
interface Gpu { memory: number }

export function maxBatchSize(model: ModelMemory, gpu: Gpu) {
  const weights = 4 * model.params;
  const perSample = model.activationBytesPerSample;
  return Math.max(0, Math.floor((gpu.memory - 4 * weights) / perSample) - 1);
}
