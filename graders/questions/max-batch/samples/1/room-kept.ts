// Five percent of fragmentation, 0.45 GiB of context, and 1.5 % that the driver keeps.
interface ModelMemory { params: number; activationBytesPerSample: number; inputBytesPerSample: number }
interface Gpu { memory: number }

export function maxBatchSize(model: ModelMemory, gpu: Gpu) {
  const weights = 4 * model.params;
  const perSample = model.activationBytesPerSample;
  return Math.max(0, Math.floor((0.985 * gpu.memory - 0.45 * 2 ** 30 - 1.05 * 4 * weights) / (1.05 * perSample)));
}
