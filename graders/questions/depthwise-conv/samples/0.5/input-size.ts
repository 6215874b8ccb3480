interface ConvLayer {
  hIn: number; wIn: number; cIn: number; hOut: number; wOut: number; cOut: number; kernel: number; stride: number;
}

export function depthwiseConv(layer: ConvLayer) {
  const { hIn, wIn, cOut, kernel } = layer;
  const macs = hIn * wIn * cOut * kernel * kernel;
  return { macs, flops: 2 * macs };
}
