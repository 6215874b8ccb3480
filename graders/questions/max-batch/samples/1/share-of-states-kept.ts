// A tenth on top of weights, gradients and moments.
interface ModelMemory { params: number; activationBytesPerSample: number; inputBytesPerSample: number }
interface Gpu { memory: number }

export function maxBatchSize(model: ModelMemory, gpu: Gpu) {
  return Math.max(0, Math.floor((gpu.memory - 1.1 * 16 * model.params) / model.activationBytesPerSample));
}
