interface ModelMemory { params: number; activationBytesPerSample: number; inputBytesPerSample: number }
interface Gpu { memory: number }

export function maxBatchSize(model: ModelMemory, gpu: Gpu) {
  for (let b = 0; b <= 1000; b++) {
    if (16 * model.params + (b + 1) * model.activationBytesPerSample > gpu.memory) return b;
  }
  return 0;
}
