interface Tensor { readonly shape: readonly number[]; readonly data: Float32Array }

export function batchNormFlops(x: Tensor): number {
  const [b, c, h, w] = x.shape as [number, number, number, number];
  return 11 * b * c * h * w + 8 * c;
}

export function softmaxFlops(x: Tensor): number {
  const [b, n] = x.shape as [number, number];
  return b * (40 * n + (n - 1) + n);
}
