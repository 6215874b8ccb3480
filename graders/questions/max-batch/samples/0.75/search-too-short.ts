interface ModelMemory { params: number; activationBytesPerSample: number; inputBytesPerSample: number }
interface Gpu { memory: number }

export function maxBatchSize(model: ModelMemory, gpu: Gpu) {
  let largest = 0;
  for (let b = 1; b <= 1000; b++) {
    if (16 * model.params + b * model.activationBytesPerSample <= gpu.memory) largest = b;
  }
  return largest;
}
