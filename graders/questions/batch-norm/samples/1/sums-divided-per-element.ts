interface Tensor { readonly shape: readonly number[]; readonly data: Float32Array }

export function batchNormFlops(x: Tensor): number {
  const [b, c, h, w] = x.shape as [number, number, number, number];
  const n = b * c * h * w;
  const mean = n - c + 4 * n;
  const variance = 2 * n + n - c + 4 * n;
  return mean + variance + 5 * n + 2 * c + 2 * n;
}
