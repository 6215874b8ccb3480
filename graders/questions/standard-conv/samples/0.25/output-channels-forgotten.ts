interface ConvLayer {
  hIn: number; wIn: number; cIn: number; hOut: number; wOut: number; cOut: number; kernel: number; stride: number;
}

export function standardConv(layer: ConvLayer) {
  const { hOut, wOut, cIn, kernel } = layer;
  const macs = hOut * wOut * cIn * kernel ** 2;
  return { macs, flops: 2 * macs };
}
