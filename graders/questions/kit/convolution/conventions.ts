/** The accepted ways to count a convolution's MACs and FLOPs: padded zeros, additions and the bias left open. */
import type { ConvolutionCount, ConvolutionOptions } from "../../../../reference/convolution";
import type { Reading } from "../../../contract/question";
import type { ConvLayer } from "../../../contract/value";
import type { OpCountAnswer, OpField } from "./op-count";

export type ConvolutionReading = Reading<ConvLayer, OpCountAnswer>;

/** What a layer truly takes, by the options of the reference. */
export type CountLayer = (layer: ConvLayer, options?: ConvolutionOptions) => ConvolutionCount;

interface CountConvention {
  readonly id: string;
  readonly options: ConvolutionOptions;
}

const conventions: Readonly<Record<OpField, readonly CountConvention[]>> = {
  macs: [
    { id: "bias-as-mac", options: { bias: "mac" } },
    { id: "valid-taps", options: { taps: "valid" } },
    { id: "valid-taps-bias-as-mac", options: { taps: "valid", bias: "mac" } },
  ],
  flops: [
    { id: "exact-additions", options: { additions: "exact" } },
    { id: "with-bias", options: { bias: "addition" } },
    { id: "bias-as-mac", options: { bias: "mac" } },
    { id: "valid-taps", options: { taps: "valid" } },
    { id: "valid-taps-exact-additions", options: { taps: "valid", additions: "exact" } },
    { id: "valid-taps-with-bias", options: { taps: "valid", bias: "addition" } },
    { id: "valid-taps-bias-as-mac", options: { taps: "valid", bias: "mac" } },
  ],
};

/** The reference first, then the conventions, all worth everything. */
export function listAccepted(
  field: OpField,
  referenceId: string,
  countLayer: CountLayer,
): readonly ConvolutionReading[] {
  return [
    {
      id: referenceId,
      kind: "reference",
      credit: "1",
      answer: (layer) => ({ [field]: countLayer(layer)[field] }),
    },
    ...conventions[field].map(
      ({ id, options }): ConvolutionReading => ({
        id,
        kind: "convention",
        credit: "1",
        answer: (layer) => ({ [field]: countLayer(layer, options)[field] }),
      }),
    ),
  ];
}

/**
 * Walking along the axes of a large layer takes milliseconds, and a batch asks for the same layers again for every
 * submission: each count is kept as long as its layer.
 */
export function rememberCounts(countLayer: CountLayer): CountLayer {
  const counts = new WeakMap<ConvLayer, Map<string, ConvolutionCount>>();
  return (layer, options = {}) => {
    const ofLayer = counts.get(layer) ?? new Map<string, ConvolutionCount>();
    counts.set(layer, ofLayer);
    const key = JSON.stringify(options);
    const count = ofLayer.get(key) ?? countLayer(layer, options);
    ofLayer.set(key, count);
    return count;
  };
}
