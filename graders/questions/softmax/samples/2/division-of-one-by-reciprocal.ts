interface Tensor { readonly shape: readonly number[]; readonly data: Float32Array }

/** Sum and maximum start at nothing, one division for the reciprocal, then multiplications. */
export function softmaxFlops(x: Tensor): number {
  const [b, n] = x.shape as [number, number];
  return b * (n + n + 40 * n + n + 1 + n);
}
