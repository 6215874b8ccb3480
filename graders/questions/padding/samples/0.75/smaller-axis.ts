interface ConvLayer { hIn: number; wIn: number; hOut: number; wOut: number; kernel: number; stride: number }

const solve = (input: number, output: number, kernel: number, stride: number): number =>
  Math.max(0, Math.ceil(((output - 1) * stride + kernel - input) / 2));

export function padding({ hIn, wIn, hOut, wOut, kernel, stride }: ConvLayer): number {
  return Math.min(solve(hIn, hOut, kernel, stride), solve(wIn, wOut, kernel, stride));
}
