// Without gradients, in MiB.
interface ModelMemory { params: number; activationBytesPerSample: number; inputBytesPerSample: number }

export function adamMemory(model: ModelMemory, batchSize: number) {
  const weights = 4 * model.params;
  const gradients = 0;
  const moments = 2 * weights;
  const activations = batchSize * model.activationBytesPerSample;
  const total = weights + gradients + moments + activations;
  const tell = (bytes: number) => bytes / 2 ** 20;
  return { weights: tell(weights), gradients: tell(gradients), moments: tell(moments), activations: tell(activations), total: tell(total) };
}
