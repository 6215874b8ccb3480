/** Slips in counting the dot products of a standard convolution. */
import type { ConvLayer } from "../../contract/value";
import { type ConvolutionSlip, listPixelSlips, listSizes, makeDotProducts } from "../kit/convolution/slips";

/** Terms of one dot product: all input channels, the whole kernel. */
function countLength({ cIn, kernel }: ConvLayer): bigint {
  return BigInt(cIn) * BigInt(kernel) ** 2n;
}

export const slips: readonly ConvolutionSlip[] = [
  ...listPixelSlips(countLength),
  {
    id: "input-channels-forgotten",
    credit: "0.25",
    count: (layer) => {
      const { hOut, wOut, cOut, kernel } = listSizes(layer);
      return makeDotProducts(hOut * wOut * cOut, kernel ** 2n);
    },
  },
  {
    id: "output-channels-forgotten",
    credit: "0.25",
    count: (layer) => {
      const { hOut, wOut } = listSizes(layer);
      return makeDotProducts(hOut * wOut, countLength(layer));
    },
  },
  {
    id: "channels-forgotten",
    credit: "0",
    count: (layer) => {
      const { hOut, wOut, kernel } = listSizes(layer);
      return makeDotProducts(hOut * wOut, kernel ** 2n);
    },
  },
  {
    id: "input-channels-twice",
    credit: "0.5",
    count: (layer) => {
      const { hOut, wOut, cIn } = listSizes(layer);
      return makeDotProducts(hOut * wOut * cIn, countLength(layer));
    },
  },
  {
    id: "output-channels-twice",
    credit: "0.5",
    count: (layer) => {
      const { hOut, wOut, cOut, kernel } = listSizes(layer);
      return makeDotProducts(hOut * wOut * cOut, cOut * kernel ** 2n);
    },
  },
  {
    id: "kernel-once",
    credit: "0.25",
    count: (layer) => {
      const { hOut, wOut, cIn, cOut, kernel } = listSizes(layer);
      return makeDotProducts(hOut * wOut * cOut, cIn * kernel);
    },
  },
  {
    id: "weight-count",
    credit: "0.25",
    count: (layer) => makeDotProducts(BigInt(layer.cOut), countLength(layer)),
  },
];
