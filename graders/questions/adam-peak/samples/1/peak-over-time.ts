// Gradients come as activations go: the backward pass peaks at its start, the step needs four copies.
interface ModelMemory { params: number; activationBytesPerSample: number; inputBytesPerSample: number }

export function adamMemory(model: ModelMemory, batchSize: number) {
  const weights = 4 * model.params;
  const gradients = weights;
  const moments = 2 * weights;
  const activations = batchSize * model.activationBytesPerSample;
  const total = Math.max(3 * weights + activations, 4 * weights);
  return { weights, gradients, moments, activations, total };
}
