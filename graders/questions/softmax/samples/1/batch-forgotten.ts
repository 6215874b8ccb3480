interface Tensor { readonly shape: readonly number[]; readonly data: Float32Array }

export function softmaxFlops(x: Tensor): number {
  const [, n] = x.shape as [number, number];
  return 40 * n + (n - 1) + 4 * n;
}
