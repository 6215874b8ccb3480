// Before the first step there are no moments; the step itself needs five copies for a moment.
interface ModelMemory { params: number; activationBytesPerSample: number; inputBytesPerSample: number }

export function adamMemory(model: ModelMemory, batchSize: number) {
  const weights = 4 * model.params;
  const gradients = weights;
  const moments = 2 * weights;
  const activations = batchSize * model.activationBytesPerSample;
  const total = Math.max(weights + activations, 5 * weights);
  return { weights, gradients, moments, activations, total };
}
