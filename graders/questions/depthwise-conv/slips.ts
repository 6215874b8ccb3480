/** Slips in counting the dot products of a depthwise convolution. */
import type { ConvLayer } from "../../contract/value";
import type { ConvolutionReading } from "../kit/convolution/conventions";
import { type ConvolutionSlip, listPixelSlips, listSizes, makeDotProducts } from "../kit/convolution/slips";

/** Terms of one dot product: the kernel on a single channel. */
function countLength({ kernel }: ConvLayer): bigint {
  return BigInt(kernel) ** 2n;
}

function countOutputs({ hOut, wOut, cOut }: ConvLayer): bigint {
  return BigInt(hOut) * BigInt(wOut) * BigInt(cOut);
}

/** Depthwise and pointwise multiplications of a separable block, which hands out its outputs twice. */
function countSeparableMacs(layer: ConvLayer): bigint {
  return countOutputs(layer) * (countLength(layer) + BigInt(layer.cIn));
}

export const slips: readonly ConvolutionSlip[] = [
  ...listPixelSlips(countLength),
  {
    id: "separable-block",
    credit: "0.5",
    count: (layer) => ({ macs: countSeparableMacs(layer), outputs: 2n * countOutputs(layer) }),
  },
  {
    id: "kernel-once",
    credit: "0.25",
    count: (layer) => makeDotProducts(countOutputs(layer), BigInt(layer.kernel)),
  },
  {
    id: "weight-count",
    credit: "0.25",
    count: (layer) => makeDotProducts(BigInt(layer.cOut), countLength(layer)),
  },
  {
    id: "channels-forgotten",
    credit: "0.25",
    count: (layer) => {
      const { hOut, wOut } = listSizes(layer);
      return makeDotProducts(hOut * wOut, countLength(layer));
    },
  },
  {
    id: "standard-formula",
    credit: "0",
    count: (layer) => makeDotProducts(countOutputs(layer), BigInt(layer.cIn) * countLength(layer)),
  },
];

/** (2 cIn k^2 - 1) outputs / groups: with one group per channel, the outputs are shared out, but the -1 is not. */
export const minusOneBeforeGrouping: ConvolutionReading = {
  id: "minus-one-before-grouping",
  kind: "misconception",
  credit: "0.5",
  answer: (layer) => {
    const { hOut, wOut, cIn } = listSizes(layer);
    return { flops: (2n * cIn * countLength(layer) - 1n) * hOut * wOut };
  },
};

/** A separable block whose last outputs alone get an addition less, or one more. */
export const separableOnce: readonly ConvolutionReading[] = [
  { id: "separable-block-exact-additions-once", perOutput: -1n },
  { id: "separable-block-with-bias-once", perOutput: 1n },
].map(({ id, perOutput }) => ({
  id,
  kind: "misconception",
  credit: "0.5",
  answer: (layer) => ({ flops: 2n * countSeparableMacs(layer) + perOutput * countOutputs(layer) }),
}));
