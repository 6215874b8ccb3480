interface Arch { depths: number[]; dims: number[]; inChannels: number; numClasses: number }

export function modelMemory({ depths, dims, inChannels, numClasses }: Arch) {
  let params = 16 * inChannels * dims[0] + 3 * dims[0];
  dims.forEach((c, i) => {
    if (i > 0) params += 2 * dims[i - 1] + 4 * dims[i - 1] * c + c;
    params += depths[i] * (8 * c * c + 65 * c);
  });
  const last = dims[dims.length - 1];
  params += 2 * last + (last + 1) * numClasses;
  return { params: params / 1e6, bytes: (4 * params) / 1e6 };
}
