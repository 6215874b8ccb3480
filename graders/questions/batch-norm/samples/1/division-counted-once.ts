interface Tensor { readonly shape: readonly number[]; readonly data: Float32Array }

export function batchNormFlops(x: Tensor): number {
  const [b, c, h, w] = x.shape as [number, number, number, number];
  const n = b * c * h * w;
  const mean = n - c + c;
  const variance = 3 * n - c + c;
  const normalise = 2 * n + c + c;
  return mean + variance + normalise + 2 * n;
}
