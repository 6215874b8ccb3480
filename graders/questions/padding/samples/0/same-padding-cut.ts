interface ConvLayer { hIn: number; wIn: number; hOut: number; wOut: number; kernel: number; stride: number }

export const padding = ({ kernel }: ConvLayer): number => Math.floor((kernel - 1) / 2);
