interface ConvLayer {
  hIn: number; wIn: number; cIn: number; hOut: number; wOut: number; cOut: number; kernel: number; stride: number;
}

function pad(size: number, output: number, kernel: number, stride: number): number {
  return Math.ceil(Math.max(0, (output - 1) * stride + kernel - size) / 2);
}

export function depthwiseConv(layer: ConvLayer) {
  const { hIn, wIn, hOut, wOut, cOut, kernel, stride } = layer;
  const padding = Math.max(pad(hIn, hOut, kernel, stride), pad(wIn, wOut, kernel, stride));
  const taps = (size: number, output: number) => {
    let count = 0;
    for (let o = 0; o < output; o++) {
      for (let k = 0; k < kernel; k++) {
        const position = o * stride - padding + k;
        if (position >= 0 && position < size) count++;
      }
    }
    return count;
  };
  // Products with padded zeros are not carried out.
  const macs = cOut * taps(hIn, hOut) * taps(wIn, wOut);
  return { macs, flops: 2 * macs };
}
