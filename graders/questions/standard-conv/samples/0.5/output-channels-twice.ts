interface ConvLayer {
  hIn: number; wIn: number; cIn: number; hOut: number; wOut: number; cOut: number; kernel: number; stride: number;
}

export function standardConv(layer: ConvLayer) {
  const { hOut, wOut, cOut, kernel } = layer;
  const macs = hOut * wOut * cOut ** 2 * kernel ** 2;
  return { macs, flops: 2 * macs };
}
