// The estimate is in megabytes, the memory in bytes.
interface ModelMemory { params: number; activationBytesPerSample: number; inputBytesPerSample: number }
interface Gpu { memory: number }

export function adamMemory(model: ModelMemory, batchSize: number) {
  const weights = 4 * model.params;
  const activations = batchSize * model.activationBytesPerSample;
  const inMegabytes = [weights, weights, 2 * weights, activations].map((bytes) => bytes / 1e6);
  const [weightsMB, gradients, moments, activationsMB] = inMegabytes as [number, number, number, number];
  const total = weightsMB + gradients + moments + activationsMB;
  return { weights: weightsMB, gradients, moments, activations: activationsMB, total };
}

export function maxBatchSize(model: ModelMemory, gpu: Gpu) {
  const left = gpu.memory - adamMemory(model, 0).total;
  return Math.max(0, Math.floor(left / model.activationBytesPerSample));
}
