interface Tensor { readonly shape: readonly number[]; readonly data: Float32Array }

export function batchNormFlops(x: Tensor): number {
  const [b, c, h, w] = x.shape as [number, number, number, number];
  const m = b * h * w;
  const reciprocal = 2 + 4; // m = b * h * w, then 1 / m
  const inverse = 1 + 1 + 4;
  return reciprocal + c * (m + (2 * m + m) + inverse + 2 * m + 2 * m);
}
