interface Tensor { readonly shape: readonly number[]; readonly data: Float32Array }

export function batchNormFlops(x: Tensor): number {
  const [b, c, h, w] = x.shape as [number, number, number, number];
  const m = b * h * w;
  // Sums counted with m additions, running statistics with 7 operations per channel.
  const mean = m + 4;
  const variance = 3 * m + 4;
  const normalise = m + 4 * m + 1 + 1;
  const running = 7;
  return c * (mean + variance + normalise + 2 * m + running);
}
