interface Tensor { readonly shape: readonly number[]; readonly data: Float32Array }

export function batchNormFlops(x: Tensor): number {
  const [b, c, h, w] = x.shape as [number, number, number, number];
  const n = b * c * h * w;
  const groups = c * h * w; // a mean and a variance for every pixel
  return 9 * n + 8 * groups; // and no gamma, no beta
}
