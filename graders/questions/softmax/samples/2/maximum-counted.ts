interface Tensor { readonly shape: readonly number[]; readonly data: Float32Array }

export function softmaxFlops(x: Tensor): number {
  const [b, n] = x.shape as [number, number];
  const maximum = n - 1; // comparisons
  const shift = n;
  return b * (maximum + shift + 40 * n + (n - 1) + 4 * n);
}
