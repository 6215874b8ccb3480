interface Tensor { readonly shape: readonly number[]; readonly data: Float32Array }

export function batchNormFlops(x: Tensor): number {
  const [b, c, h, w] = x.shape as [number, number, number, number];
  const m = b * h * w;
  const factor = 1 + 4; // m / (m - 1) is the same for all channels
  const running = 4 + 2; // with the variance times that factor, and 1 - momentum written out
  return factor + c * (m + 3 + (3 * m + 3) + (5 * m + 2) + 2 * m + running);
}
