interface Tensor { readonly shape: readonly number[]; readonly data: Float32Array }

export function batchNormFlops(x: Tensor): number {
  const [b, c, h, w] = x.shape as [number, number, number, number];
  const m = b * h * w;
  const update = 1 + 4 + 1 + 1 + 1 + 1; // delta, delta / count, mean +=, x - mean, product, sum +=
  const normalise = m + 4 * m + 2;
  return c * (m * update + 4 + normalise + 2 * m);
}
