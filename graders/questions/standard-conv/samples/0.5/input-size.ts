interface ConvLayer {
  hIn: number; wIn: number; cIn: number; hOut: number; wOut: number; cOut: number; kernel: number; stride: number;
}

export function standardConv(layer: ConvLayer) {
  const { cIn, hIn, wIn, cOut, kernel } = layer;
  const macs = hIn * wIn * cOut * cIn * kernel * kernel;
  return { macs, flops: 2 * macs };
}
