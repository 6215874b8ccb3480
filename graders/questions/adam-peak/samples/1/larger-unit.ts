// In GiB.
interface ModelMemory { params: number; activationBytesPerSample: number; inputBytesPerSample: number }

export function adamMemory(model: ModelMemory, batchSize: number) {
  const weights = 4 * model.params;
  const gradients = weights;
  const moments = 2 * weights;
  const activations = batchSize * model.activationBytesPerSample;
  const total = weights + gradients + moments + activations;
  return { weights: weights / 2 ** 30, gradients: gradients / 2 ** 30, moments: moments / 2 ** 30, activations: activations / 2 ** 30, total: total / 2 ** 30 };
}
