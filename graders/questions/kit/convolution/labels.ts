/** Choice: which of the two numbers is called MACs and which FLOPs. */
import type { RuleReading, Trial } from "../../../contract/question";
import type { ConvLayer } from "../../../contract/value";
import { choose } from "../choice-part";
import { tools } from "../sources";
import { isSameOpCount, type OpCountAnswer } from "./op-count";

export interface TrueCount {
  readonly macs: bigint;
  readonly flops: bigint;
}

/** What stands in the answer under the two names; what is not there is not looked at. */
export type Label = (count: TrueCount) => OpCountAnswer;

const swapped = {
  id: "swapped",
  effect: ({ macs, flops }: TrueCount) => ({ macs: flops, flops: macs }),
  credit: "0.25",
  says: "MACs and FLOPs are swapped.",
  hint: "A MAC is one multiplication and one addition. Which of the two counts is the larger one?",
  source:
    '"MACs = 2 * FLOPs" in a thread about a counting tool: https://github.com/Lyken17/pytorch-OpCounter/issues/15',
};

const doubledTwice = {
  id: "doubled-twice",
  effect: ({ macs, flops }: TrueCount) => ({ macs: flops, flops: flops + 2n * macs }),
  credit: "0.25",
  says: "Your MACs are FLOPs already, and your FLOPs count every operation twice.",
  hint: "Count the multiplications alone: that is the number of MACs. Then the operations in each MAC.",
};

export const macsLabel = choose<Label>(
  { id: "macs", effect: ({ macs }) => ({ macs }) },
  swapped,
  doubledTwice,
  {
    id: "flops-for-macs",
    effect: ({ flops }) => ({ macs: flops }),
    credit: "0",
    says: "You mixed MACs and FLOPs: you gave the number of FLOPs where MACs are asked.",
    hint: "A multiplication with its addition is one MAC. How many multiplications are there?",
    source:
      "A tool that doubled its MACs and a paper that did not: https://github.com/ultralytics/yolov5/issues/10042",
  },
);

const asOneFlop = {
  hint: "A MAC is a multiplication and an addition: how many operations is that?",
  credit: "0",
};

const halved = {
  credit: "0",
  says: "You mixed MACs and FLOPs: your FLOPs are half of the MACs.",
  hint: "Which of the two contains two operations?",
};

export const flopsLabel = choose<Label>(
  { id: "flops", effect: ({ flops }) => ({ flops }) },
  swapped,
  doubledTwice,
  {
    id: "mac-as-one-flop",
    effect: ({ macs }) => ({ flops: macs }),
    ...asOneFlop,
    says: "You mixed MACs and FLOPs: you counted a MAC as a single FLOP.",
    source: `fvcore, conv_flop_count: ${tools.fvcore}; and many papers: https://github.com/open-mmlab/mmcv/issues/785`,
  },
  { id: "half-of-the-macs", effect: ({ macs }) => ({ flops: Number(macs) / 2 }), ...halved },
  // A bigint divided by 2 loses its half.
  { id: "half-of-the-macs-cut", effect: ({ macs }) => ({ flops: macs / 2n }), ...halved },
);

/** FLOPs that follow from MACs which nothing explains: named, so that the student looks at the MACs. */
export const ownMacsRules = [
  relateToOwnMacs("own-macs-as-flops", (macs) => macs, {
    says: "You mixed MACs and FLOPs: your two numbers are the same.",
    hint: asOneFlop.hint,
  }),
  relateToOwnMacs("twice-own-macs", (macs) => 2n * macs, {
    says: "Your FLOPs are twice your MACs, as they should be; it is the MACs that are off.",
    hint: "Find the MACs first: the length of one dot product, times the number of output values.",
  }),
];

function relateToOwnMacs(
  id: string,
  apply: (macs: bigint) => bigint,
  words: { readonly says: string; readonly hint: string },
): RuleReading<ConvLayer, OpCountAnswer> & typeof words {
  const holds = ({ answer: { macs, flops } }: Trial<ConvLayer, OpCountAnswer>): boolean =>
    flops !== undefined &&
    macs !== undefined &&
    Number.isInteger(Number(macs)) &&
    isSameOpCount({ flops: apply(BigInt(macs)) }, { flops });
  return {
    id,
    kind: "misconception",
    credit: "0",
    ...words,
    by: "rule",
    accepts: (trials) => trials.every(holds),
  };
}
