interface Tensor { readonly shape: readonly number[]; readonly data: Float32Array }

export function batchNormFlops(x: Tensor): number {
  const [, c, h, w] = x.shape as [number, number, number, number];
  return 11 * c * h * w + 8 * c;
}
