interface Tensor { readonly shape: readonly number[]; readonly data: Float32Array }

export function preluFlops(x: Tensor): number {
  const [b, n] = x.shape as [number, number];
  return b * n * 3; // compare, multiply, add
}
