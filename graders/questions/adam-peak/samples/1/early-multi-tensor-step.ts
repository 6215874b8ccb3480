// The multi-tensor step of early releases needs two more copies for a moment.
interface ModelMemory { params: number; activationBytesPerSample: number; inputBytesPerSample: number }

export function adamMemory(model: ModelMemory, batchSize: number) {
  const weights = 4 * model.params;
  const gradients = weights;
  const moments = 2 * weights;
  const activations = batchSize * model.activationBytesPerSample;
  const total = Math.max(3 * weights + activations, 6 * weights);
  return { weights, gradients, moments, activations, total };
}
