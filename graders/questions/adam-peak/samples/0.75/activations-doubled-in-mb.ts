// With the gradients of activations, in MB.
interface ModelMemory { params: number; activationBytesPerSample: number; inputBytesPerSample: number }

export function adamMemory(model: ModelMemory, batchSize: number) {
  const weights = 4 * model.params;
  const gradients = weights;
  const moments = 2 * weights;
  const activations = 2 * batchSize * model.activationBytesPerSample;
  const total = weights + gradients + moments + activations;
  const tell = (bytes: number) => bytes / 1e6;
  return { weights: tell(weights), gradients: tell(gradients), moments: tell(moments), activations: tell(activations), total: tell(total) };
}
