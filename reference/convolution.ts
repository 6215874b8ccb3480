/** Tasks 2b and 2c: multiply-accumulates and FLOP of a standard, grouped or depthwise convolution. */

import { readDimension } from "./dimension";
import type { SumConvention } from "./operations";
import type { ConvAxis, ConvLayer } from "./padding";
import { assertAxis, findSymmetricPadding, heightAxis, widthAxis } from "./padding";

export type { ConvLayer } from "./padding";

/** MACs and FLOP of one layer. A MAC is one multiplication with its accumulation; it is not one FLOP. */
export interface ConvolutionCount {
  readonly macs: bigint;
  readonly flops: bigint;
}

/** What is counted, and what the layer leaves open. */
export interface ConvolutionOptions {
  /** Input and output channels are split into this many independent groups; must divide both. Default 1. */
  readonly groups?: number;
  /** Samples. Default 1. */
  readonly batch?: number;
  /** Pixels between neighbouring taps; matters only where `taps` is `valid`. Default 1. */
  readonly dilation?: number;
  /** Additions of a dot product of K terms: K (`from-zero`, so FLOP = 2 MAC, the default) or K - 1 (`exact`). */
  readonly additions?: SumConvention;
  /** The bias: absent (default), one addition per output, or one more MAC per output. */
  readonly bias?: "none" | "addition" | "mac";
  /** `all` multiplies padded zeros as well (default); `valid` skips the taps that fall into the padding. */
  readonly taps?: "all" | "valid";
  /** Pixels per side, for `valid` only; default: the smallest symmetric padding that gives the stated output. */
  readonly padding?: number;
}

/** Dot products of a layer: their number, those with at least one term, and the terms of all of them together. */
interface DotProducts {
  readonly outputs: bigint;
  readonly nonEmpty: bigint;
  readonly terms: bigint;
}

/**
 * Counts a direct convolution: each of the b * hOut * wOut * cOut outputs is one dot product of
 * K = cIn / groups * kernel^2 terms, so MAC = b * hOut * wOut * cOut * K and FLOP = 2 MAC.
 *
 * Assumes the direct algorithm (no Winograd, no FFT); memory traffic and padding itself are not counted.
 * Source: notebook, Task 2b; Howard et al., "MobileNets" (2017), section 3.1.
 *
 * @throws RangeError when a size is no positive integer, the groups do not divide the channels, or `valid` taps are
 *   asked for and no symmetric padding exists
 */
export function countConvolution(layer: ConvLayer, options: ConvolutionOptions = {}): ConvolutionCount {
  const { outputs, nonEmpty, terms } = countDotProducts(layer, options);
  const additions = options.additions === "exact" ? terms - nonEmpty : terms;
  const bias = options.bias ?? "none";
  return {
    macs: terms + (bias === "mac" ? outputs : 0n),
    flops: terms + additions + biasFlopsPerOutput[bias] * outputs,
  };
}

/**
 * Counts a depthwise convolution: one filter per input channel, K = kernel^2, MAC = b * hOut * wOut * cOut * kernel^2.
 * The pointwise convolution that often follows is not counted.
 * Source: notebook, Task 2c; Howard et al., "MobileNets" (2017), section 3.1.
 *
 * @throws RangeError as {@link countConvolution}; cOut must be a multiple of cIn
 */
export function countDepthwiseConvolution(
  layer: ConvLayer,
  options: Omit<ConvolutionOptions, "groups"> = {},
): ConvolutionCount {
  return countConvolution(layer, { ...options, groups: layer.cIn });
}

/**
 * Taps of an axis that fall on a pixel and not into the padding, added over all output positions.
 *
 * @param axis in pixels
 * @param padding pixels before the first pixel
 */
export function countValidTaps(axis: ConvAxis, padding: number): bigint {
  return listValidTaps(axis, padding).reduce((sum, taps) => sum + BigInt(taps), 0n);
}

const biasFlopsPerOutput = { none: 0n, addition: 1n, mac: 2n } as const;

function countDotProducts(layer: ConvLayer, options: ConvolutionOptions): DotProducts {
  const dilation = options.dilation ?? 1;
  const [height, width] = [heightAxis(layer, dilation), widthAxis(layer, dilation)];
  assertAxis(height);
  assertAxis(width);
  const batch = readDimension("batch", options.batch ?? 1);
  const channelsPerGroup = countChannelsPerGroup(layer, options.groups ?? 1);
  const filters = batch * readDimension("cOut", layer.cOut);
  const outputs = filters * BigInt(layer.hOut) * BigInt(layer.wOut);
  if (options.taps !== "valid") {
    const termsPerOutput = channelsPerGroup * BigInt(layer.kernel) ** 2n;
    return { outputs, nonEmpty: outputs, terms: outputs * termsPerOutput };
  }
  const padding = options.padding ?? requireSymmetricPadding(layer, dilation);
  return {
    outputs,
    nonEmpty: filters * countReachedPositions(height, padding) * countReachedPositions(width, padding),
    terms: filters * channelsPerGroup * countValidTaps(height, padding) * countValidTaps(width, padding),
  };
}

function countChannelsPerGroup(layer: ConvLayer, groupCount: number): bigint {
  const groups = readDimension("groups", groupCount);
  const channels = readDimension("cIn", layer.cIn);
  if (channels % groups !== 0n || readDimension("cOut", layer.cOut) % groups !== 0n) {
    throw new RangeError(
      `groups must divide cIn and cOut, got ${groups} for ${layer.cIn} and ${layer.cOut} channels.`,
    );
  }
  return channels / groups;
}

function requireSymmetricPadding(layer: ConvLayer, dilation: number): number {
  const padding = findSymmetricPadding(layer, dilation);
  if (padding === null) {
    throw new RangeError(
      `no symmetric padding turns ${layer.hIn}x${layer.wIn} into ${layer.hOut}x${layer.wOut}: state the padding.`,
    );
  }
  return padding;
}

function countReachedPositions(axis: ConvAxis, padding: number): bigint {
  return BigInt(listValidTaps(axis, padding).filter((taps) => taps > 0).length);
}

function listValidTaps(axis: ConvAxis, padding: number): number[] {
  assertAxis(axis);
  readDimension("padding", padding, 0);
  return Array.from({ length: axis.output }, (_, position) => {
    const start = position * axis.stride - padding;
    const first = Math.max(0, Math.ceil(-start / axis.dilation));
    const last = Math.min(axis.kernel - 1, Math.floor((axis.input - 1 - start) / axis.dilation));
    return Math.max(0, last - first + 1);
  });
}
