interface Tensor { readonly shape: readonly number[]; readonly data: Float32Array }

export function softmaxFlops(x: Tensor): number {
  const [b, n] = x.shape as [number, number];
  let flops = 0;
  for (let row = 0; row < b; row++) for (let i = 0; i < n; i++) flops += 40 * n + (n - 1) + 4;
  return flops;
}
