interface Tensor { readonly shape: readonly number[]; readonly data: Float32Array }

export function batchNormFlops(x: Tensor): number {
  const [b, c, h, w] = x.shape as [number, number, number, number];
  const m = b * h * w;
  if (m === 1) throw new Error("Expected more than 1 value per channel when training");
  return c * (11 * m + 8);
}
