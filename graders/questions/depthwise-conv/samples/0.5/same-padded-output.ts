interface ConvLayer {
  hIn: number; wIn: number; cIn: number; hOut: number; wOut: number; cOut: number; kernel: number; stride: number;
}

export function depthwiseConv(layer: ConvLayer) {
  const { hIn, wIn, cOut, kernel, stride } = layer;
  // with p = (k - 1) / 2
  const [h, w] = [hIn, wIn].map((size) => Math.floor((size - 1) / stride) + 1) as [number, number];
  const macs = h * w * cOut * kernel * kernel;
  return { macs, flops: 2 * macs };
}
