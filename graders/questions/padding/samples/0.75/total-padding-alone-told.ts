export const explanations = { padding: "The number is the total of both sides." };

export function padding({ hIn, wIn, hOut, wOut, kernel, stride }: Record<string, number>): number {
  const solve = (input: number, output: number) => (output - 1) * stride + kernel - input;
  return Math.max(solve(hIn, hOut), solve(wIn, wOut));
}
