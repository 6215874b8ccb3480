interface Tensor { readonly shape: readonly number[]; readonly data: Float32Array }

export function preluFlops(x: Tensor): number {
  return x.data.slice(0, x.shape[1]).filter((value) => value < 0).length;
}
