interface ConvLayer {
  hIn: number; wIn: number; cIn: number; hOut: number; wOut: number; cOut: number; kernel: number; stride: number;
}

// MACs that follow from nothing known, and FLOPs equal to them.
export function depthwiseConv(layer: ConvLayer) {
  const { hOut, wOut, cOut, kernel } = layer;
  const macs = hOut * wOut * cOut * (kernel ** 2 + 7);
  return { macs, flops: macs };
}
