interface ConvLayer { hIn: number; wIn: number; hOut: number; wOut: number; kernel: number; stride: number }

export function padding({ hIn, hOut, kernel }: ConvLayer): number {
  return Math.max(0, Math.ceil((hOut - hIn + kernel - 1) / 2));
}
