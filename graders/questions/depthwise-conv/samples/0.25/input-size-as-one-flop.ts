interface ConvLayer {
  hIn: number; wIn: number; cIn: number; hOut: number; wOut: number; cOut: number; kernel: number; stride: number;
}

// Input instead of output size, and a MAC counted as one FLOP.
export function depthwiseConv(layer: ConvLayer) {
  const { hIn, wIn, cOut, kernel } = layer;
  const macs = hIn * wIn * cOut * kernel ** 2;
  return { macs, flops: macs };
}
