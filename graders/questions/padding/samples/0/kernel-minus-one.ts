export const padding = ({ kernel }: { kernel: number }): number => kernel - 1;
