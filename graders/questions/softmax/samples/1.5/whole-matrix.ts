interface Tensor { readonly shape: readonly number[]; readonly data: Float32Array }

export function softmaxFlops(x: Tensor): number {
  const [b, n] = x.shape as [number, number];
  const m = b * n;
  return 40 * m + (m - 1) + 4 * m;
}
