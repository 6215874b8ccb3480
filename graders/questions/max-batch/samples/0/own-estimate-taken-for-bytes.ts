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
  const [none, one] = [0, 1].map((batchSize) => adamMemory(model, batchSize).total) as [number, number];
  return Math.max(0, Math.floor((gpu.memory - none) / (one - none)));
}
