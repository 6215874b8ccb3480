interface ConvLayer {
  hIn: number; wIn: number; cIn: number; hOut: number; wOut: number; cOut: number; kernel: number; stride: number;
}

export function depthwiseConv(layer: ConvLayer) {
  const { hOut, wOut, cIn, cOut, kernel } = layer;
  const depthwise = hOut * wOut * cIn * kernel ** 2;
  const pointwise = hOut * wOut * cIn * cOut;
  const macs = depthwise + pointwise;
  return { macs, flops: 2 * macs };
}
