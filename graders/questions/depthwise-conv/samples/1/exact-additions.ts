interface ConvLayer {
  hIn: number; wIn: number; cIn: number; hOut: number; wOut: number; cOut: number; kernel: number; stride: number;
}

export function depthwiseConv(layer: ConvLayer) {
  const { hOut, wOut, cOut, kernel } = layer;
  const outputs = hOut * wOut * cOut;
  const terms = kernel * kernel;
  return { macs: outputs * terms, flops: outputs * (terms + (terms - 1)) };
}
