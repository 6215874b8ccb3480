interface ModelMemory { params: number; activationBytesPerSample: number; inputBytesPerSample: number }

export function adamMemory(model: ModelMemory, batchSize: number) {
  const weights = 0;
  const gradients = 4 * model.params;
  const moments = 8 * model.params;
  const activations = batchSize * model.activationBytesPerSample;
  const total = weights + gradients + moments + activations;
  return { weights, gradients, moments, activations, total };
}
