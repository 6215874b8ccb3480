interface ConvLayer { hIn: number; wIn: number; hOut: number; wOut: number; kernel: number; stride: number }

export function padding({ hIn, hOut, kernel, stride }: ConvLayer): number {
  return Math.ceil(((hOut - 1) * stride + kernel - hIn) / 2);
}
