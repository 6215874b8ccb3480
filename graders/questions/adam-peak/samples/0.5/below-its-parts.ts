// A total that is less than what it is made of.
interface ModelMemory { params: number; activationBytesPerSample: number; inputBytesPerSample: number }

export function adamMemory(model: ModelMemory, batchSize: number) {
  const weights = 4 * model.params;
  const gradients = weights;
  const moments = 2 * weights;
  const activations = batchSize * model.activationBytesPerSample;
  const total = 0.9 * (weights + gradients + moments + activations);
  return { weights, gradients, moments, activations, total };
}
