interface ConvLayer {
  hIn: number; wIn: number; cIn: number; hOut: number; wOut: number; cOut: number; kernel: number; stride: number;
}

export function standardConv(layer: ConvLayer) {
  const { cIn, hIn, wIn, cOut, kernel, stride } = layer;
  const [h, w] = [hIn, wIn].map((size) => Math.floor((size - kernel) / stride) + 1) as [number, number];
  const macs = h * w * cOut * cIn * kernel * kernel;
  return { macs, flops: 2 * macs - h * w * cOut };
}
