interface Tensor { readonly shape: readonly number[]; readonly data: Float32Array }

export function preluFlops(x: Tensor): number {
  let flops = 0;
  for (const y of x.data) if (y <= 0) flops += 1;
  return flops;
}
