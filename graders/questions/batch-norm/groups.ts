/** Choices on what is counted how often: the batch, the groups that statistics are taken over, the work of each. */
import { choose } from "../kit/choice-part";
import { tools } from "../kit/sources";

export interface Sizes {
  readonly b: bigint;
  readonly c: bigint;
  readonly h: bigint;
  readonly w: bigint;
}

export const batch = choose<(sizes: Sizes) => Sizes>(
  { id: "whole-batch", effect: (sizes) => sizes },
  {
    id: "batch-forgotten",
    effect: (sizes) => ({ ...sizes, b: 1n }),
    credit: "0.5",
    says: "You counted a single sample.",
    hint: "Every sample of the batch is normalised, and the statistics run over all of them.",
  },
);

const wrongGroups = {
  credit: "0.5",
  hint: "There is one mean and one variance per channel, over the batch and all pixels. How many divisions do they take, then?",
};

/** How many means and variances there are. */
export const groups = choose<(sizes: Sizes) => bigint>(
  { id: "statistics-per-channel", effect: ({ c }) => c },
  {
    id: "statistics-per-pixel",
    effect: ({ c, h, w }) => c * h * w,
    ...wrongGroups,
    says: "You took a mean and a variance for every pixel of every channel, over the batch alone.",
  },
  {
    id: "statistics-per-sample-and-channel",
    effect: ({ b, c }) => b * c,
    ...wrongGroups,
    says: "You took a mean and a variance for every channel of every sample, as instance norm does.",
  },
  {
    id: "statistics-per-sample",
    effect: ({ b }) => b,
    ...wrongGroups,
    says: "You took a mean and a variance for every sample, as layer norm does.",
  },
  {
    id: "statistics-over-everything",
    effect: () => 1n,
    ...wrongGroups,
    says: "You took a single mean and a single variance over the whole input.",
  },
);

/** Work for each mean and its variance that is solved for, beside work that is done once for all channels. */
export interface OtherWork {
  readonly once: bigint;
}

/** What is counted for each mean and its variance, apart from the work on every element. */
export type PerChannel = "as-evaluated" | OtherWork | "nothing-told" | "nothing";

const otherWork = (id: string, once: bigint, says: string) => ({
  id,
  effect: { once },
  solved: { least: -2, most: 40 },
  says,
});

/** All channels have as many values: their number, what it is less one, its reciprocal, and 1 - momentum are computed once. */
const onceCosts = [1n, 2n, 4n, 5n, 6n] as const;

export const perChannel = choose<PerChannel>(
  { id: "as-evaluated", effect: "as-evaluated" },
  otherWork(
    "otherwise-per-channel",
    0n,
    "Right: for a mean and its variance you count other operations per channel than the definition line by line has, and the same for every channel.",
  ),
  ...onceCosts.map((once) =>
    otherWork(
      `${once}-for-all-channels`,
      once,
      "Right: some operations are done once for all channels, such as dividing by the number of values that all of them have.",
    ),
  ),
  {
    id: "nothing-per-channel-told",
    effect: "nothing-told",
    looksBack: true,
    byWords: true,
    says: "Right: you count the work on every element, and say that you leave out what is done once per channel.",
  },
  {
    id: "nothing-per-channel",
    effect: "nothing",
    credit: "0.75",
    wantsWords: true,
    says: "You counted the work on every element and nothing that is done once per channel.",
    hint: "Mean and variance take a division each, and the standard deviation its root: once per channel. Count them, or say that you leave them out.",
  },
);

/** A count of its own, that has no steps in common with batch norm as it is evaluated. */
export const rule = choose<((sizes: Sizes) => bigint) | undefined>(
  { id: "by-its-steps", effect: undefined },
  {
    id: "pixels-divided-and-terms-missing",
    effect: ({ b, c, h, w }) => (7n * b + 8n) * c * h * w,
    credit: "0.25",
    says: "Mean and variance: you divide once per pixel instead of once per channel, and of subtraction, square and sum you count two. Normalisation: you count its division as one operation, and no epsilon or square root. Scale and shift are right.",
    hint: `${wrongGroups.hint} Then go through the formulas symbol by symbol: each operation on every element is one more term, and each division has its cost.`,
  },
  {
    id: "library-rule-without-pixels",
    effect: ({ b, c }) => 2n * b * c,
    credit: "0",
    says: "You counted the parameters of the layer for every sample.",
    hint: "Every pixel of every sample is normalised with them.",
    source: `torchinfo, calculate_macs: parameters times the batch: ${tools.torchinfo}`,
  },
);
