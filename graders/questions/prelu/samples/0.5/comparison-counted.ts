interface Tensor { readonly shape: readonly number[]; readonly data: Float32Array }

export function preluFlops(x: Tensor): number {
  let flops = 0;
  for (const y of x.data) flops += y > 0 ? 1 : 2;
  return flops;
}
