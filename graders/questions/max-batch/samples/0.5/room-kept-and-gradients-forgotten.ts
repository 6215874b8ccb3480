// Three copies of the weights; context and fragmentation beside them.
interface ModelMemory { params: number; activationBytesPerSample: number; inputBytesPerSample: number }
interface Gpu { memory: number }

export function maxBatchSize(model: ModelMemory, gpu: Gpu) {
  const fixed = 3 * 4 * model.params;
  const kept = 0.05 * gpu.memory + 0.45 * 2 ** 30;
  return Math.max(0, Math.floor((gpu.memory - fixed - kept) / model.activationBytesPerSample));
}
