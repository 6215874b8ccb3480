interface ModelMemory { params: number; activationBytesPerSample: number; inputBytesPerSample: number }

interface Arch { depths: number[]; dims: number[]; inChannels: number; numClasses: number }

// Half precision here, and consistently so below.
export function modelMemory({ depths, dims, inChannels, numClasses }: Arch) {
  let params = 16 * inChannels * dims[0] + 3 * dims[0];
  dims.forEach((c, i) => {
    if (i > 0) params += 2 * dims[i - 1] + 4 * dims[i - 1] * c + c;
    params += depths[i] * (8 * c * c + 65 * c);
  });
  const last = dims[dims.length - 1];
  params += 2 * last + (last + 1) * numClasses;
  return { params, bytes: 2 * params };
}

export function adamMemory(model: ModelMemory, batchSize: number) {
  const weights = 2 * model.params;
  const gradients = weights;
  const moments = 2 * weights;
  const activations = batchSize * model.activationBytesPerSample;
  const total = weights + gradients + moments + activations;
  return { weights, gradients, moments, activations, total };
}
