/** A sample: ends the process in the middle of a question, which costs that question and no other. */
export const name = "Sample Student (exits)";

interface ConvLayer {
  readonly hOut: number;
  readonly wOut: number;
  readonly cIn: number;
  readonly cOut: number;
  readonly kernel: number;
}

export function standardConv({ hOut, wOut, cIn, cOut, kernel }: ConvLayer) {
  const macs = hOut * wOut * cOut * cIn * kernel ** 2;
  return { macs, flops: 2 * macs };
}

export function padding(): number {
  process.exit(0);
}

export function depthwiseConv({ hOut, wOut, cOut, kernel }: ConvLayer) {
  const macs = hOut * wOut * cOut * kernel ** 2;
  return { macs, flops: 2 * macs };
}
