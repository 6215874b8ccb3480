interface Tensor { readonly shape: readonly number[]; readonly data: Float32Array }

export function batchNormFlops(x: Tensor): number {
  const [b, c, h, w] = x.shape as [number, number, number, number];
  const m = b * h * w;
  const update = 1 + 4 + 1 + 1 + 1 + 1;
  const inverse = 2 + 4;
  return c * (m * update + 4 + inverse + 2 * m + 2 * m);
}
