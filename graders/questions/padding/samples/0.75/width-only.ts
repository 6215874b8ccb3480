interface ConvLayer { hIn: number; wIn: number; hOut: number; wOut: number; kernel: number; stride: number }

export function padding({ wIn, wOut, kernel, stride }: ConvLayer): number {
  return Math.max(0, Math.ceil(((wOut - 1) * stride + kernel - wIn) / 2));
}
