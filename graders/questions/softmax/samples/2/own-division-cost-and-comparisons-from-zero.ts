interface Tensor { readonly shape: readonly number[]; readonly data: Float32Array }

export function batchNormFlops(x: Tensor): number {
  const [b, c, h, w] = x.shape as [number, number, number, number];
  return 8 * b * c * h * w + 2 * c;
}

/** Sum and maximum start at nothing; a division as in batch norm. As many as without the sum and with divisions of 4. */
export function softmaxFlops(x: Tensor): number {
  const [b, n] = x.shape as [number, number];
  const maximum = n + n;
  return b * (maximum + 40 * n + n + n);
}
