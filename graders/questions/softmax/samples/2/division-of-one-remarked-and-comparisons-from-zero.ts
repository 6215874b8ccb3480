interface Tensor { readonly shape: readonly number[]; readonly data: Float32Array }

export const explanations = {
  softmax: "Comparisons count, and each division is one operation here: its cost of 4 is stated for batch norm only.",
};

export function softmaxFlops(x: Tensor): number {
  const [b, n] = x.shape as [number, number];
  const maximum = n + n;
  return b * (maximum + 40 * n + n + n);
}
