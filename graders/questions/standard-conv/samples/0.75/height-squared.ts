interface ConvLayer {
  hIn: number; wIn: number; cIn: number; hOut: number; wOut: number; cOut: number; kernel: number; stride: number;
}

export function standardConv(layer: ConvLayer) {
  const { cIn, hOut, cOut, kernel } = layer;
  const macs = hOut ** 2 * cOut * cIn * kernel * kernel;
  return { macs, flops: 2 * macs };
}
