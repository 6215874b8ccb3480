/** Choices behind the FLOP of the model: what its two layers cost, and for how many samples. */
import type { Option } from "../../contract/choice";
import { remember } from "../../contract/remember";
import type { PReLULinear, Tensor } from "../../contract/value";
import { choose } from "../kit/choice-part";
import { type EntryRule, entryOptions, nonPositive } from "../kit/prelu";
import { type CountLayer, layerFlops, smallFlops } from "../kit/roofline/intensity-choices";

/** FLOP of the linear layer for one sample. */
type CountSample = Exclude<CountLayer, "own">;

const addedSizes = {
  effect: ({ inFeatures, outFeatures }: PReLULinear): number => 2 * (inFeatures + outFeatures),
  credit: "0",
  says: "You add the sizes of input and output.",
  hint: "Every output is a sum over all inputs. How many products is that for one output, and for all of them?",
};

/** A bias and the PReLU have choices of their own here. */
const [twoPerMac, ...otherLayers] = layerFlops.filter(
  (option): option is Option<CountSample> => option.effect !== "own" && !smallFlops.includes(option.id),
) as [Option<CountSample>, ...Option<CountSample>[]];

export const linear = choose<CountSample>(
  twoPerMac,
  ...otherLayers,
  { id: "sizes-added", ...addedSizes },
  {
    id: "prelu-only",
    effect: () => 0,
    credit: "0",
    says: "You count the PReLU alone.",
    hint: "What does the linear layer compute for each output?",
  },
);

const biasCounted = {
  credit: "0.5",
  says: "You count the addition of a bias.",
  hint: "Look at the formula of the model: the linear layer has none.",
};

/** FLOP of a bias for each output. */
export const bias = choose<number>(
  { id: "no-bias", effect: 0 },
  { id: "with-bias", effect: 1, ...biasCounted },
  { id: "bias-as-mac", effect: 2, ...biasCounted },
);

/** "own": what the student's own function says. */
export type PreluRule = EntryRule | "own";

const accept =
  (says: string) =>
  ({ id, effect }: Option<EntryRule>): Option<PreluRule> => ({ id, effect, says });

const { inverted, invertedWithZeros, twoPerEntry, threePerEntry, batchForgotten } = entryOptions;

/** What the PReLU takes. Its slips are paid for in its own question: here they cost half at the most. */
export const prelu = choose<PreluRule>(
  nonPositive,
  ...[entryOptions.upperBound, entryOptions.upperBoundUnlessPositive].map(
    accept("Right: every input is multiplied by the PReLU, an upper bound."),
  ),
  ...[entryOptions.expectation, entryOptions.expectationCut, entryOptions.expectationRoundedUp].map(
    accept("Right: the PReLU counts half of the inputs, as one expects of random data."),
  ),
  {
    id: "own-prelu",
    effect: "own",
    isOwn: true,
    says: "The PReLU's FLOP follow from your own function.",
  },
  entryOptions.strictlyNegative,
  ...[inverted, invertedWithZeros, twoPerEntry, threePerEntry, batchForgotten].map((option) => ({
    ...option,
    credit: "0.5",
  })),
  {
    id: "prelu-omitted",
    effect: entryOptions.nothingCounted.effect,
    credit: "0.5",
    says: "You count the linear layer and leave out the PReLU.",
    hint: "The slope is a parameter: which inputs does it multiply?",
  },
);

/** The input as each layer is counted for it. */
export interface Samples {
  readonly ofLinear: (x: Tensor) => Tensor;
  readonly ofPrelu: (x: Tensor) => Tensor;
}

const takeAll = (x: Tensor): Tensor => x;
const takeOne = remember(
  ({ shape: [, width = 0], data }: Tensor): Tensor => ({ shape: [1, width], data: data.subarray(0, width) }),
);

export const samples = choose<Samples>(
  { id: "whole-batch", effect: { ofLinear: takeAll, ofPrelu: takeAll } },
  {
    id: "batch-ignored",
    effect: { ofLinear: takeOne, ofPrelu: takeAll },
    credit: "0.25",
    says: "Your linear layer costs the same whatever the batch size.",
    hint: "Every row of the input is a sample of its own. What does the layer do with each?",
  },
  {
    id: "batch-ignored-throughout",
    effect: { ofLinear: takeOne, ofPrelu: takeOne },
    credit: "0.25",
    says: "Your FLOP are those of one sample, whatever the batch size.",
    hint: "Every row of the input is a sample of its own. What does the model do with each?",
  },
);
