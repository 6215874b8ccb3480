interface Tensor { readonly shape: readonly number[]; readonly data: Float32Array }

export function batchNormFlops(x: Tensor): number {
  const [b, c, h, w] = x.shape as [number, number, number, number];
  const m = b * h * w;
  const mean = m - 1 + 4;
  const centre = m; // kept for the normalisation
  const variance = m + (m - 1) + 4;
  const normalise = 1 + 1 + 4 * m;
  return c * (mean + centre + variance + normalise + 2 * m);
}
