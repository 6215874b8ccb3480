interface Tensor { readonly shape: readonly number[]; readonly data: Float32Array }

export function batchNormFlops(x: Tensor): number {
  const [b, c, h, w] = x.shape as [number, number, number, number];
  const m = b * h * w;
  const mean = m - 1 + 4;
  const variance = 2 * m + (m - 1) + 4; // the differences are kept
  const inverse = 1 + 1 + 4;
  return c * (mean + variance + inverse + m + 2 * m);
}
