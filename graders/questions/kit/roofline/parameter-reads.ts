/** Choices on how often the model's parameters cross the bus for one batch: the linear layer's weights, the slope, a bias. */
import type { Option, Options } from "../../../contract/choice";
import { choose } from "../choice-part";

/** B, in and out. */
export interface Sizes {
  readonly b: bigint;
  readonly i: bigint;
  readonly o: bigint;
}

/** How often something is read for one batch of b samples. */
export type CountReads = (sizes: Sizes) => bigint;

export const slopeOnce: CountReads = () => 1n;
export const perSample: CountReads = ({ b }) => b;
/** Of the linear layer's weights, and of the PReLU's with them. */
export const allPerSample: CountReads = ({ b }) => b;

const onePerBatch = "All samples of a batch share the weights: how often must they be read for one batch?";

/** Reads of the linear layer's weights. */
export const weights = choose<CountReads>(
  { id: "weights-once", effect: () => 1n },
  {
    id: "weights-omitted",
    effect: () => 0n,
    credit: "0.25",
    says: "You counted the activations and left out the linear layer's weights.",
    hint: "The linear layer cannot compute without its weights. How many bytes are they, next to the activations?",
  },
  {
    id: "weights-per-sample",
    effect: perSample,
    credit: "0.5",
    says: "You count the linear layer's weights once for every sample.",
    hint: onePerBatch,
  },
  {
    id: "all-weights-per-sample",
    effect: allPerSample,
    credit: "0.5",
    says: "You count all weights once for every sample.",
    hint: onePerBatch,
  },
);

/** Reads of the PReLU's single weight. */
export function listSlopeReads(fused: boolean): Options<CountReads> {
  return choose<CountReads>(
    { id: "slope-once", effect: slopeOnce },
    {
      id: "without-slope",
      effect: () => 0n,
      says: "Right: the PReLU's single weight may be left out.",
    },
    {
      id: "slope-per-sample",
      effect: perSample,
      credit: "0.75",
      says: "You count the PReLU's weight once for every sample.",
      hint: "It is a single number for the whole batch. Must it come from memory each time?",
    },
    {
      id: "slope-per-feature",
      effect: ({ i }) => i,
      credit: "0.75",
      says: "You count a weight of the PReLU for every input feature.",
      hint: "This PReLU has a single weight, which all inputs share. How many numbers are read for it?",
      source: "channel-wise PReLU (He et al. 2015); PyTorch's nn.PReLU(num_parameters=C)",
    },
    {
      id: "slope-per-element",
      effect: ({ b, i }) => b * i,
      credit: "0.75",
      ...(fused
        ? {
            says: "You count one pass over the input too many: the PReLU's weight for every element, or the tensor between the layers.",
            hint: "What has to come from memory again and again inside one kernel, and what stays on the chip?",
          }
        : {
            says: "You count the PReLU's weight once for every element.",
            hint: "It is a single number. Must it come from memory each time?",
          }),
    },
  );
}

const noBias = "Look at the formula of the model: the linear layer has none.";

export const bias = choose<CountReads>(
  { id: "no-bias", effect: () => 0n },
  {
    id: "with-bias",
    effect: () => 1n,
    credit: "0.75",
    says: "You counted a bias.",
    hint: noBias,
  },
  {
    id: "bias-per-sample",
    effect: perSample,
    credit: "0.5",
    says: "You counted a bias, and that once for every sample.",
    hint: `${noBias} And what would have to be read for each sample anew?`,
  },
);

/** As far as an intensity shows it: beside the slope, which may be left out there. */
export const slopeWithBias: CountReads = ({ o }) => 1n + o;

export const biasMoved: Option<CountReads> = {
  id: "bias-moved",
  effect: slopeWithBias,
  credit: "0.75",
  says: "Your bytes hold a bias.",
  hint: noBias,
};

/** Who reads all weights for every sample reads the bias with them: that is the same slip. */
export const biasWithWeights = ["weights-per-sample", "all-weights-per-sample"].map((id) => ({
  when: { weights: id, bias: "bias-per-sample" },
  credit: "0.375",
  because: "a bias is counted, and weights are read for every sample: both are one slip each",
}));
