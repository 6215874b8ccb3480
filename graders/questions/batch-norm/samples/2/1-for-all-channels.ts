interface Tensor { readonly shape: readonly number[]; readonly data: Float32Array }

export function batchNormFlops(x: Tensor): number {
  const [b, c, h, w] = x.shape as [number, number, number, number];
  const m = b * h * w;
  const running = 3 + 3; // with 1 - momentum, which all channels share
  return c * (m + 3 + (3 * m + 3) + (5 * m + 2) + 2 * m + running) + 1;
}
