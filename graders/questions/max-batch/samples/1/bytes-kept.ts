// One GiB kept for the context.
interface ModelMemory { params: number; activationBytesPerSample: number; inputBytesPerSample: number }
interface Gpu { memory: number }

export function maxBatchSize(model: ModelMemory, gpu: Gpu) {
  const weights = 4 * model.params;
  const perSample = model.activationBytesPerSample;
  return Math.max(0, Math.floor((gpu.memory - 2 ** 30 - 4 * weights) / perSample));
}
