// Half a gibibyte of context, and a twentieth of what is left for fragmentation.
interface ModelMemory { params: number; activationBytesPerSample: number; inputBytesPerSample: number }
interface Gpu { memory: number }

export function maxBatchSize(model: ModelMemory, gpu: Gpu) {
  const fixed = 4 * 4 * model.params;
  const kept = 0.05 * (gpu.memory - fixed) + 0.5 * 2 ** 30;
  return Math.max(0, Math.floor((gpu.memory - fixed - kept) / model.activationBytesPerSample));
}
