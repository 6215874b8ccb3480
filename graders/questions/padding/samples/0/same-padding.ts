export function padding({ kernel }: { kernel: number }): number {
  return (kernel - 1) / 2;
}
