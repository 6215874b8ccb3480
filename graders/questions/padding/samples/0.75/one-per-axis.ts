interface ConvLayer { hIn: number; wIn: number; hOut: number; wOut: number; kernel: number; stride: number }

export function padding({ hIn, wIn, hOut, wOut, kernel, stride }: ConvLayer) {
  const solve = (size: number, output: number) => Math.max(0, Math.ceil(((output - 1) * stride + kernel - size) / 2));
  const [h, w] = [solve(hIn, hOut), solve(wIn, wOut)];
  return [h, w];
}
