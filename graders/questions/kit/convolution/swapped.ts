/** MACs and FLOPs taken for one another: readings that look at both numbers, a quarter of the credit in each part. */
import type { ConvolutionCount, ConvolutionOptions } from "../../../../reference/convolution";
import type { ConvLayer } from "../../../contract/value";
import type { ConvolutionReading, CountLayer } from "./conventions";
import type { OpCountAnswer } from "./op-count";

export function listSwapped(countLayer: CountLayer): readonly ConvolutionReading[] {
  const makeReading = (
    id: string,
    answer: (count: ConvolutionCount) => OpCountAnswer,
    options: ConvolutionOptions = {},
  ): ConvolutionReading => ({
    id,
    kind: "misconception",
    credit: "0.25",
    answer: (layer: ConvLayer) => answer(countLayer(layer, options)),
  });
  const exchange = ({ macs, flops }: ConvolutionCount): OpCountAnswer => ({ macs: flops, flops: macs });
  return [
    makeReading("swapped", exchange),
    makeReading("swapped-exact-additions", exchange, { additions: "exact" }),
    makeReading("swapped-with-bias", exchange, { bias: "addition" }),
    makeReading("swapped-bias-as-mac", exchange, { bias: "mac" }),
    makeReading("doubled-twice", ({ macs }) => ({ macs: 2n * macs, flops: 4n * macs })),
  ];
}
