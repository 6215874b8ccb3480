// One moment alone, activations twice, and everything in thousandths of a gigabyte, cut off; the batch is searched by the totals as they are told.
interface ModelMemory { params: number; activationBytesPerSample: number; inputBytesPerSample: number }
interface Gpu { memory: number }

const toGigabytes = (bytes: number) => Math.floor(bytes / 1e6) / 1e3;

export function adamMemory(model: ModelMemory, batchSize: number) {
  const weights = 4 * model.params;
  const activations = 2 * batchSize * model.activationBytesPerSample;
  return {
    weights: toGigabytes(weights),
    gradients: toGigabytes(weights),
    moments: toGigabytes(weights),
    activations: toGigabytes(activations),
    total: toGigabytes(3 * weights + activations),
  };
}

export function maxBatchSize(model: ModelMemory, gpu: Gpu) {
  const fits = (batchSize: number) => adamMemory(model, batchSize).total * 1e9 <= gpu.memory;
  let [batchSize, step] = [0, 1];
  while (fits(batchSize + step)) step *= 2;
  for (; step >= 1; step /= 2) if (fits(batchSize + step)) batchSize += step;
  return batchSize;
}
