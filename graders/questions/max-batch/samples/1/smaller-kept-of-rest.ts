// A fifth of what the weights leave, and no more than a gibibyte.
interface ModelMemory { params: number; activationBytesPerSample: number; inputBytesPerSample: number }
interface Gpu { memory: number }

export function maxBatchSize(model: ModelMemory, gpu: Gpu) {
  const fixed = 4 * 4 * model.params;
  const kept = Math.min(0.2 * (gpu.memory - fixed), 2 ** 30);
  return Math.max(0, Math.floor((gpu.memory - fixed - kept) / model.activationBytesPerSample));
}
