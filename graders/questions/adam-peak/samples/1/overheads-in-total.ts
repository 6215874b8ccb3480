// Five percent for fragmentation, and 0.45 GiB for the context.
interface ModelMemory { params: number; activationBytesPerSample: number; inputBytesPerSample: number }

export function adamMemory(model: ModelMemory, batchSize: number) {
  const weights = 4 * model.params;
  const gradients = weights;
  const moments = 2 * weights;
  const activations = batchSize * model.activationBytesPerSample;
  const total = 1.05 * (weights + gradients + moments + activations) + 0.45 * 2 ** 30;
  return { weights, gradients, moments, activations, total };
}
