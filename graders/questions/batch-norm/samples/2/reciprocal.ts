interface Tensor { readonly shape: readonly number[]; readonly data: Float32Array }

export function batchNormFlops(x: Tensor): number {
  const [b, c, h, w] = x.shape as [number, number, number, number];
  const m = b * h * w;
  const mean = m - 1 + 4;
  const variance = 2 * m + (m - 1) + 4;
  const inverse = 1 + 1 + 4; // 1 / sqrt(variance + eps), once per channel
  const normalise = m + m;
  return c * (mean + variance + inverse + normalise + 2 * m);
}
