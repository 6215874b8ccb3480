// Kernels and matrices only.
interface Arch { depths: number[]; dims: number[]; inChannels: number; numClasses: number }

export function modelMemory({ depths, dims, inChannels, numClasses }: Arch) {
  let params = 16 * inChannels * dims[0];
  dims.forEach((c, i) => {
    if (i > 0) params += 4 * dims[i - 1] * c;
    params += depths[i] * (8 * c * c + 49 * c);
  });
  const last = dims[dims.length - 1];
  params += last * numClasses;
  return { params, bytes: 4 * params };
}
