interface Tensor { readonly shape: readonly number[]; readonly data: Float32Array }

export function batchNormFlops(x: Tensor): number {
  const [b, c, h, w] = x.shape as [number, number, number, number];
  const m = b * h * w;
  const division = 4;
  const mean = m - 1 + division;
  const variance = m + m + (m - 1) + division; // subtract, square, sum, divide
  const normalise = m + 1 + 1 + m * division; // subtract, + eps, square root, divide
  const affine = m + m;
  return c * (mean + variance + normalise + affine);
}
