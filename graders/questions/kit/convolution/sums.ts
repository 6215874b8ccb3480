/** Choices on how products are added up: padded zeros, the additions of a sum, the bias. */
import { countConvolution } from "../../../../reference/convolution";
import { remember } from "../../../contract/remember";
import type { ConvLayer } from "../../../contract/value";
import { choose } from "../choice-part";
import { tools } from "../sources";

/** Dot products as somebody counted them. */
export interface DotProducts {
  readonly layer: ConvLayer;
  /** Their multiplications altogether. */
  readonly macs: bigint;
  /** How many there are, and those with at least one term. */
  readonly outputs: bigint;
  readonly reached: bigint;
  /** How many dot products lie one after the other in each output: two in a separable block. */
  readonly inARow: bigint;
}

/** Taps of one channel's kernel over all positions, and the positions that reach at least one pixel. */
export interface Taps {
  readonly taps: bigint;
  readonly reached: bigint;
}

/** @returns undefined for all taps: they follow from the pixels and the kernel as somebody counted them */
export type CountTaps = (layer: ConvLayer) => Taps | undefined;

/** Walking along the axes of a large layer takes milliseconds. */
const countValidTaps = remember((layer: ConvLayer): Taps => {
  const plane = { ...layer, cIn: 1, cOut: 1 };
  const { macs, flops } = countConvolution(plane, { taps: "valid", additions: "exact" });
  return { taps: macs, reached: 2n * macs - flops };
});

export const taps = choose<CountTaps>(
  { id: "all-taps", effect: () => undefined },
  {
    id: "valid-taps",
    effect: countValidTaps,
    says: "Right: you left out multiplications by padded zeros.",
  },
);

/** Additions inside the dot products. @returns undefined where this way of counting is another's */
export type CountAdditions = (products: DotProducts) => bigint | undefined;

export const additions = choose<CountAdditions>(
  { id: "sum-from-zero", effect: ({ macs }) => macs },
  {
    id: "exact-additions",
    effect: ({ macs, reached, inARow }) => macs - reached * inARow,
    says: "Right: you counted K - 1 additions for a sum of K terms.",
  },
);

/** What a bias adds to the MACs, and what it adds to the FLOPs. */
export interface BiasCost {
  readonly macs: bigint;
  readonly flops: bigint;
}

/** @returns undefined where this way of counting is another's */
export type CountBias = (products: DotProducts) => BiasCost | undefined;

export const bias = choose<CountBias>(
  { id: "no-bias", effect: () => ({ macs: 0n, flops: 0n }) },
  {
    id: "with-bias",
    effect: ({ outputs, inARow }) => ({ macs: 0n, flops: outputs * inARow }),
    says: "Right: you counted the addition of a bias to each output.",
    source: `DeepSpeed, _conv_flops_compute: ${tools.deepSpeed}`,
  },
  {
    id: "bias-as-mac",
    effect: ({ outputs, inARow }) => ({ macs: outputs * inARow, flops: 2n * outputs * inARow }),
    says: "Right: you counted the bias as one more MAC, two FLOPs, per output, as ptflops does.",
    source: `ptflops, conv_flops_counter_hook: ${tools.ptflops}`,
  },
);
