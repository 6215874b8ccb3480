interface ConvLayer { hIn: number; wIn: number; hOut: number; wOut: number; kernel: number; stride: number }

export function padding({ hIn, wIn, hOut, wOut, kernel, stride }: ConvLayer): number {
  const side = (size: number, output: number) => Math.ceil(((output - 1) * stride + kernel - size) / 2);
  return Math.max(side(hIn, hOut), side(wIn, wOut));
}
