/** MACs and FLOPs taken for one another: readings that look at both numbers, a quarter of the credit in each part. */
import type { ConvolutionCount } from "../../reference/convolution";
import type { ConvLayer } from "../contract";
import type { ConvolutionReading, CountLayer } from "./conventions";
import type { OpCountAnswer } from "./op-count";

export function listSwapped(countLayer: CountLayer): readonly ConvolutionReading[] {
  const makeReading = (
    id: string,
    answer: (count: ConvolutionCount) => OpCountAnswer,
    additions: "from-zero" | "exact" = "from-zero",
  ): ConvolutionReading => ({
    id,
    kind: "misconception",
    credit: "0.25",
    answer: (layer: ConvLayer) => answer(countLayer(layer, { additions })),
  });
  return [
    makeReading("swapped", ({ macs, flops }) => ({ macs: flops, flops: macs })),
    makeReading("swapped-exact-additions", ({ macs, flops }) => ({ macs: flops, flops: macs }), "exact"),
    makeReading("doubled-twice", ({ macs }) => ({ macs: 2n * macs, flops: 4n * macs })),
  ];
}
