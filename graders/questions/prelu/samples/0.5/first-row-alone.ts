interface Tensor { readonly shape: readonly number[]; readonly data: Float32Array }

export function preluFlops(x: Tensor): number {
  let flops = 0;
  for (let at = 0; at < (x.shape[1] ?? 0); at++) if ((x.data[at] ?? 1) <= 0) flops += 1;
  return flops;
}
