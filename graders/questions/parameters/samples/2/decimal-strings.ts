// Exact beyond 2^53, and handed over as decimal strings.
interface Arch { depths: number[]; dims: number[]; inChannels: number; numClasses: number }

export function modelMemory(arch: Arch) {
  const dims = arch.dims.map(BigInt);
  const last = dims[dims.length - 1];
  let params = (16n * BigInt(arch.inChannels) + 3n) * dims[0] + 2n * last + (last + 1n) * BigInt(arch.numClasses);
  for (let i = 0; i < dims.length; i++) {
    const c = dims[i];
    params += BigInt(arch.depths[i]) * (8n * c * c + 65n * c);
    if (i > 0) params += 2n * dims[i - 1] + 4n * dims[i - 1] * c + c;
  }
  return { params: String(params), bytes: String(4n * params) };
}
