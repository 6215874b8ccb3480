/** A sample: a bracket is missing, so nothing of it can be run. */
export const name = "Sample Student (does not compile)";

export function standardConv(layer: { hOut: number; wOut: number; cIn: number; cOut: number; kernel: number }) {
  const macs = layer.hOut * layer.wOut * layer.cOut * (layer.cIn * layer.kernel ** 2;
  return { macs, flops: 2 * macs };
}
