interface ConvLayer {
  hIn: number; wIn: number; cIn: number; hOut: number; wOut: number; cOut: number; kernel: number; stride: number;
}

export function standardConv(layer: ConvLayer) {
  const { cIn, hOut, wOut, cOut, kernel } = layer;
  const macs = hOut * wOut * cOut * cIn * kernel;
  return { macs, flops: 2 * macs };
}
