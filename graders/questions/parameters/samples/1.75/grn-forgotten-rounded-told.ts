// Without GRN, rounded to two decimals of a million, and told so.
interface Arch { depths: number[]; dims: number[]; inChannels: number; numClasses: number }

export function modelMemory({ depths, dims, inChannels, numClasses }: Arch) {
  let params = 16 * inChannels * dims[0] + 3 * dims[0];
  dims.forEach((c, i) => {
    if (i > 0) params += 2 * dims[i - 1] + 4 * dims[i - 1] * c + c;
    params += depths[i] * (8 * c * c + 57 * c);
  });
  const last = dims[dims.length - 1];
  params += 2 * last + (last + 1) * numClasses;
  const rounded = Math.round(params / 1e4) * 1e4;
  return { params: rounded, bytes: 4 * rounded };
}

export const explanations = { parameters: "197.74M parameters (rounded to two decimals of a million)" };
