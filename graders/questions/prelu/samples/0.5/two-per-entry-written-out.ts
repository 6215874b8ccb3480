interface Tensor { readonly shape: readonly number[]; readonly data: Float32Array }

export const explanations = { prelu: "PReLU(y) = max(0, y) + a * min(0, y): one multiplication, one addition." };

export function preluFlops(x: Tensor): number {
  const [b, n] = x.shape as [number, number];
  return b * n * 2;
}
