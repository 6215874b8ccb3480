interface ConvLayer { hIn: number; wIn: number; hOut: number; wOut: number; kernel: number; stride: number }

export function padding({ hIn, wIn, hOut, wOut, kernel, stride }: ConvLayer): number {
  const alongHeight = Math.ceil(((hOut - 1) * stride + kernel - hIn) / 2);
  const alongWidth = Math.ceil(((wOut - 1) * stride + kernel - wIn) / 2);
  return Math.min(alongHeight, alongWidth);
}
