interface Arch { depths: number[]; dims: number[]; inChannels: number; numClasses: number }

export function modelMemory({ depths, dims, inChannels, numClasses }: Arch) {
  let params = 16 * inChannels * dims[0] + dims[0];
  dims.forEach((c, i) => {
    if (i > 0) params += 4 * dims[i - 1] * c + c;
    params += depths[i] * (50 * c + 8 * c * c + 5 * c);
  });
  const last = dims[dims.length - 1];
  params += (last + 1) * numClasses;
  return { params, bytes: 4 * params };
}
