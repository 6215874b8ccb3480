export function padding({ hIn, wIn, hOut, wOut, kernel, stride }: Record<string, number>): number {
  const side = (size: number, output: number) => Math.ceil(Math.max(0, (output - 1) * stride + kernel - size) / 2);
  return -Math.max(side(hIn, hOut), side(wIn, wOut));
}
