interface ConvLayer {
  hIn: number; wIn: number; cIn: number; hOut: number; wOut: number; cOut: number; kernel: number; stride: number;
}

export function depthwiseConv(layer: ConvLayer) {
  const { hOut, wOut, cIn, cOut, kernel } = layer;
  const groups = cIn;
  const macs = (hOut * wOut * cOut * cIn * kernel ** 2) / groups;
  return { macs, flops: ((2 * cIn * kernel ** 2 - 1) * hOut * wOut * cOut) / groups };
}
