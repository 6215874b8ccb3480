interface Tensor { readonly shape: readonly number[]; readonly data: Float32Array }

export function preluFlops(x: Tensor): number {
  const [rows = 0, columns = 0] = x.shape;
  let flops = 0;
  for (let row = 0; row < rows; row++) {
    flops = 0;
    for (let at = 0; at < columns; at++) if ((x.data[row * columns + at] ?? 1) <= 0) flops += 1;
  }
  return flops;
}
