interface ModelMemory { params: number; activationBytesPerSample: number; inputBytesPerSample: number }
interface Gpu { memory: number }

export function maxBatchSize(model: ModelMemory, gpu: Gpu) {
  const left = gpu.memory - 16 * model.params;
  return Math.max(0, 8 * Math.floor(left / model.activationBytesPerSample / 8));
}
