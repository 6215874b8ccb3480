interface ModelMemory { params: number; activationBytesPerSample: number; inputBytesPerSample: number }
interface Gpu { memory: number }

export function maxBatchSize(model: ModelMemory, gpu: Gpu) {
  const left = gpu.memory - 16 * model.params;
  if (left < model.activationBytesPerSample) throw new Error("not even one sample fits");
  return Math.floor(left / model.activationBytesPerSample);
}
