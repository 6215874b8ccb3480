interface ConvLayer { hIn: number; wIn: number; hOut: number; wOut: number; kernel: number; stride: number }

export function padding({ hIn, wIn, hOut, wOut, kernel, stride }: ConvLayer) {
  const side = (size: number, output: number) => Math.ceil(Math.max(0, (output - 1) * stride + kernel - size) / 2);
  const p = Math.max(side(hIn, hOut), side(wIn, wOut));
  return p === 0 ? "valid" : [p, p];
}
