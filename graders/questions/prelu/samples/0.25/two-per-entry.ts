interface Tensor { readonly shape: readonly number[]; readonly data: Float32Array }

export function preluFlops(x: Tensor): number {
  const [b, n] = x.shape as [number, number];
  return b * n * 2; // max(0, y) + a * min(0, y)
}
