interface ModelMemory { params: number; activationBytesPerSample: number; inputBytesPerSample: number }
interface Gpu { memory: number }

export function maxBatchSize(model: ModelMemory, gpu: Gpu) {
  const left = gpu.memory - 16 * model.params;
  return left < model.activationBytesPerSample ? -1 : Math.floor(left / model.activationBytesPerSample);
}
