interface ConvLayer {
  hIn: number; wIn: number; cIn: number; hOut: number; wOut: number; cOut: number; kernel: number; stride: number;
}

export function depthwiseConv(layer: ConvLayer) {
  const { hOut, cOut, kernel } = layer;
  const macs = hOut ** 2 * cOut * kernel * kernel;
  return { macs, flops: 2 * macs };
}
