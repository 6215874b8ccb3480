/** A sample: two questions throw, one of them something that is not an error. */
export const name = "Sample Student (throws)";

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

export function depthwiseConv(layer: ConvLayer & { groups?: { size: number } }) {
  const size = (layer.groups as { size: number }).size; // no such field: throws a TypeError
  return { macs: size, flops: 2 * size };
}

export function batchNormFlops(): number {
  throw "I ran out of time";
}
