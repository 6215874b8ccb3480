interface ConvLayer {
  hIn: number; wIn: number; cIn: number; hOut: number; wOut: number; cOut: number; kernel: number; stride: number;
}

export function depthwiseConv(layer: ConvLayer) {
  const { hOut, wOut, cOut, kernel } = layer;
  const macs = hOut * wOut * cOut * kernel;
  return { macs, flops: 2 * macs };
}
