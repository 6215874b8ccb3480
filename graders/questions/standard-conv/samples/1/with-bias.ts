interface ConvLayer {
  hIn: number; wIn: number; cIn: number; hOut: number; wOut: number; cOut: number; kernel: number; stride: number;
}

export function standardConv(layer: ConvLayer) {
  const { cIn, hOut, wOut, cOut, kernel } = layer;
  const outputs = hOut * wOut * cOut;
  const macs = outputs * cIn * kernel * kernel;
  return { macs, flops: 2 * macs + outputs }; // one more addition per output for the bias
}
