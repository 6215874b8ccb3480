interface ConvLayer {
  hIn: number; wIn: number; cIn: number; hOut: number; wOut: number; cOut: number; kernel: number; stride: number;
}

export function standardConv(layer: ConvLayer) {
  const { cIn, hOut, wOut, cOut, kernel } = layer;
  const macs = 2 * hOut * wOut * cOut * cIn * kernel * kernel;
  return { macs, flops: macs };
}
