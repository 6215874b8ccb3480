interface Tensor { readonly shape: readonly number[]; readonly data: Float32Array }

export function softmaxFlops(x: Tensor): number {
  const [b, n] = x.shape as [number, number];
  const exp = 40 * n;
  const sum = n - 1;
  const quotients = 4 * n;
  return b * (exp + sum + quotients);
}
