interface Tensor { readonly shape: readonly number[]; readonly data: Float32Array }

export function batchNormFlops(x: Tensor): number {
  const [b, c, h, w] = x.shape as [number, number, number, number];
  const m = b * h * w;
  const reciprocal = 4; // 1 / m is the same for all channels
  const mean = m - 1 + 1;
  const variance = 2 * m + (m - 1) + 1;
  return reciprocal + c * (mean + variance + (5 * m + 2) + 2 * m);
}
