export const explanations = { padding: "p pixels on each side, so 2p on both sides together." };

export function padding({ hIn, wIn, hOut, wOut, kernel, stride }: Record<string, number>): number {
  const solve = (input: number, output: number) => Math.ceil(((output - 1) * stride + kernel - input) / 2);
  return 2 * Math.max(0, solve(hIn, hOut), solve(wIn, wOut));
}
