interface ConvLayer {
  hIn: number; wIn: number; cIn: number; hOut: number; wOut: number; cOut: number; kernel: number; stride: number;
}

export function standardConv(layer: ConvLayer) {
  const { hOut, wOut, kernel } = layer;
  const macs = hOut * wOut * kernel ** 2;
  return { macs, flops: 2 * macs };
}
