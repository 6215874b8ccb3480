interface Tensor { readonly shape: readonly number[]; readonly data: Float32Array }

/** The row's maximum with n - 1 counted comparisons, the sum started from zero. */
export function softmaxFlops(x: Tensor): number {
  const [b, n] = x.shape as [number, number];
  const maximum = n - 1;
  const shift = n;
  const exponentials = 40 * n;
  const sum = n;
  const quotients = 4 * n;
  return b * (maximum + shift + exponentials + sum + quotients);
}
