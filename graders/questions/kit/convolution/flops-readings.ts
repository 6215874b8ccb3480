/** Readings of a convolution's FLOPs, made from the reference count and a list of slips. */

import type { Trial } from "../../../contract/question";
import type { ConvLayer } from "../../../contract/value";
import { type ConvolutionReading, type CountLayer, listAccepted } from "./conventions";
import { isSameOpCount, type OpCountAnswer } from "./op-count";
import type { ConvolutionSlip, DotProducts } from "./slips";
import { listSwapped } from "./swapped";

/** FLOPs made of dot products somebody counted: 2 per MAC, an addition less or one more per output. */
export const flopRules: readonly { readonly suffix: string; apply(products: DotProducts): bigint }[] = [
  { suffix: "", apply: ({ macs }) => 2n * macs },
  { suffix: "-exact-additions", apply: ({ macs, outputs }) => 2n * macs - outputs },
  { suffix: "-with-bias", apply: ({ macs, outputs }) => 2n * macs + outputs },
];

export function listFlopsReadings(
  countLayer: CountLayer,
  slips: readonly ConvolutionSlip[],
): readonly ConvolutionReading[] {
  return [
    ...listAccepted("flops", "two-flops-per-mac", countLayer),
    ...listSwapped(countLayer),
    ...slips.flatMap(listSlipReadings),
    {
      id: "mac-as-one-flop",
      kind: "misconception",
      credit: "0",
      answer: (layer) => ({ flops: countLayer(layer).macs }),
    },
    {
      id: "half-of-the-macs",
      kind: "misconception",
      credit: "0",
      answer: (layer) => ({ flops: Number(countLayer(layer).macs) / 2 }),
    },
    {
      // A bigint divided by 2 loses its half.
      id: "half-of-the-macs-cut",
      kind: "misconception",
      credit: "0",
      answer: (layer) => ({ flops: countLayer(layer).macs / 2n }),
    },
    relateToOwnMacs("own-macs-as-flops", (macs) => macs),
    relateToOwnMacs("twice-own-macs", (macs) => 2n * macs),
  ];
}

function listSlipReadings({ id, credit, count }: ConvolutionSlip): readonly ConvolutionReading[] {
  return flopRules.map(({ suffix, apply }) => ({
    id: `${id}${suffix}`,
    kind: "misconception",
    credit,
    answer: (layer) => ({ flops: apply(count(layer)) }),
  }));
}

/** FLOPs that follow from MACs which nothing else explains: named, so that the student looks at the MACs. */
function relateToOwnMacs(id: string, apply: (macs: bigint) => bigint): ConvolutionReading {
  const holds = ({ answer: { macs, flops } }: Trial<ConvLayer, OpCountAnswer>): boolean =>
    flops !== undefined &&
    macs !== undefined &&
    Number.isInteger(Number(macs)) &&
    isSameOpCount({ flops: apply(BigInt(macs)) }, { flops });
  return { id, kind: "misconception", credit: "0", accepts: (trials) => trials.every(holds) };
}
