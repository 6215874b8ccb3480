interface ConvLayer {
  hIn: number; wIn: number; cIn: number; hOut: number; wOut: number; cOut: number; kernel: number; stride: number;
}

// MACs that follow from nothing known, and FLOPs equal to them.
export function standardConv(layer: ConvLayer) {
  const { cIn, hOut, wOut, cOut, kernel } = layer;
  const macs = hOut * wOut * cOut * (cIn * kernel ** 2 + 7);
  return { macs, flops: macs };
}
