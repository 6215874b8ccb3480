// A tenth of what the weights leave, but no less than the context.
interface ModelMemory { params: number; activationBytesPerSample: number; inputBytesPerSample: number }
interface Gpu { memory: number }

export function maxBatchSize(model: ModelMemory, gpu: Gpu) {
  const fixed = 4 * 4 * model.params;
  const kept = Math.max(0.1 * (gpu.memory - fixed), 0.5 * 2 ** 30);
  return Math.max(0, Math.floor((gpu.memory - fixed - kept) / model.activationBytesPerSample));
}
