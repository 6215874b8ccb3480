interface Tensor { readonly shape: readonly number[]; readonly data: Float32Array }

export function batchNormFlops(x: Tensor): number {
  const [b, c, h, w] = x.shape as [number, number, number, number];
  const n = b * c * h * w;
  const mean = n + c * h * w * 4;
  const variance = n + n + c * h * w * 4;
  const normalise = 2 * n;
  const affine = 2 * n;
  return mean + variance + normalise + affine;
}
