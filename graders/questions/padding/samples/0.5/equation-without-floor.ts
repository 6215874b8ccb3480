export function padding({ hIn, hOut, kernel, stride }: Record<string, number>): number {
  return Math.max(0, ((hOut - 1) * stride + kernel - hIn) / 2);
}
