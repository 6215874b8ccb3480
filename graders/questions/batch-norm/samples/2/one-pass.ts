interface Tensor { readonly shape: readonly number[]; readonly data: Float32Array }

export function batchNormFlops(x: Tensor): number {
  const [b, c, h, w] = x.shape as [number, number, number, number];
  const m = b * h * w;
  const mean = m - 1 + 4;
  const meanOfSquares = m + (m - 1) + 4;
  const variance = 1 + 1; // E[x^2] - mean^2
  const normalise = m + 4 * m + 1 + 1;
  return c * (mean + meanOfSquares + variance + normalise + 2 * m);
}
