/** A sample: softmax never ends; the answers to the other questions stand. */
export const name = "Sample Student (hangs in one question)";

interface Tensor {
  readonly shape: readonly number[];
  readonly data: Float32Array;
}
interface ConvLayer {
  readonly cIn: number;
  readonly hOut: number;
  readonly wOut: number;
  readonly cOut: number;
  readonly kernel: number;
}

export function standardConv({ hOut, wOut, cIn, cOut, kernel }: ConvLayer) {
  const macs = hOut * wOut * cOut * cIn * kernel ** 2;
  return { macs, flops: 2 * macs };
}

export function depthwiseConv({ hOut, wOut, cOut, kernel }: ConvLayer) {
  const macs = hOut * wOut * cOut * kernel ** 2;
  return { macs, flops: 2 * macs };
}

export function softmaxFlops(x: Tensor): number {
  const [b, n] = x.shape as [number, number];
  let flops = 0;
  for (let row = 0; row < b; flops += 45 * n - 1) {
    // `row` is never advanced.
  }
  return flops;
}

export function preluFlops(x: Tensor): number {
  return x.data.filter((value) => value <= 0).length;
}
