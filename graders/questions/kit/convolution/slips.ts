/** Slips in counting the dot products of a convolution that standard and depthwise convolutions share. */
import { countOutputPositions, heightAxis, widthAxis } from "../../../../reference/padding";
import type { ConvLayer } from "../../../contract/value";

/** Dot products as somebody counted them: their multiplications altogether, and how many they are. */
export interface DotProducts {
  readonly macs: bigint;
  readonly outputs: bigint;
}

export interface ConvolutionSlip {
  readonly id: string;
  readonly credit: string;
  count(layer: ConvLayer): DotProducts;
}

/** Sizes of a layer as bigints. */
export function listSizes(layer: ConvLayer) {
  return {
    hIn: BigInt(layer.hIn),
    wIn: BigInt(layer.wIn),
    cIn: BigInt(layer.cIn),
    hOut: BigInt(layer.hOut),
    wOut: BigInt(layer.wOut),
    cOut: BigInt(layer.cOut),
    kernel: BigInt(layer.kernel),
  };
}

export function makeDotProducts(outputs: bigint, length: bigint): DotProducts {
  return { macs: outputs * length, outputs };
}

/** Output pixels after a padding of one's own, instead of those stated. */
function countPixels(layer: ConvLayer, padding: number): bigint {
  const [height, width] = [heightAxis(layer), widthAxis(layer)];
  return BigInt(countOutputPositions(height, 2 * padding)) * BigInt(countOutputPositions(width, 2 * padding));
}

/**
 * Another number of output pixels than the one stated.
 *
 * @param countLength terms of one dot product
 */
export function listPixelSlips(countLength: (layer: ConvLayer) => bigint): readonly ConvolutionSlip[] {
  const replacePixels = (
    id: string,
    credit: string,
    count: (layer: ConvLayer) => bigint,
  ): ConvolutionSlip => ({
    id,
    credit,
    count: (layer) => makeDotProducts(count(layer) * BigInt(layer.cOut), countLength(layer)),
  });
  return [
    replacePixels("input-size", "0.5", ({ hIn, wIn }) => BigInt(hIn) * BigInt(wIn)),
    replacePixels("same-padded-output", "0.5", (layer) => countPixels(layer, (layer.kernel - 1) / 2)),
    // The same for odd kernels; for even ones, a padding in whole pixels is the one above rounded down or up.
    replacePixels("same-padded-output-cut", "0.5", (layer) =>
      countPixels(layer, Math.floor((layer.kernel - 1) / 2)),
    ),
    replacePixels("same-padded-output-half-kernel", "0.5", (layer) =>
      countPixels(layer, Math.floor(layer.kernel / 2)),
    ),
    replacePixels("unpadded-output", "0.5", (layer) => countPixels(layer, 0)),
    replacePixels("height-squared", "0.75", ({ hOut }) => BigInt(hOut) ** 2n),
    replacePixels("width-squared", "0.75", ({ wOut }) => BigInt(wOut) ** 2n),
  ];
}
