/** Choices of a depthwise convolution: its channels, and how groups and additions go together. */
import type { Option } from "../../contract/choice";
import { choose } from "../kit/choice-part";
import type { CountFilters } from "../kit/convolution/parts";
import type { CountAdditions, CountBias } from "../kit/convolution/sums";

export const filters = choose<CountFilters>(
  { id: "one-channel-each", effect: ({ cOut }) => ({ count: BigInt(cOut), kernels: 1n }) },
  {
    id: "separable-block",
    effect: ({ cIn, cOut }) => ({ count: BigInt(cOut), kernels: 1n, more: BigInt(cIn) }),
    credit: "0.5",
    says: "You added the pointwise convolution that follows in a separable block.",
    hint: "Only the depthwise part was asked.",
  },
  {
    id: "channels-forgotten",
    effect: () => ({ count: 1n, kernels: 1n }),
    credit: "0.25",
    says: "You counted a single channel.",
    hint: "Each channel has its own filter: how many are there?",
  },
  {
    id: "standard-formula",
    effect: ({ cIn, cOut }) => ({ count: BigInt(cOut), kernels: BigInt(cIn) }),
    credit: "0",
    says: "This is what a standard convolution takes.",
    hint: "In a depthwise convolution, how many input channels does one filter see?",
  },
);

/** (2 cIn k^2 - 1) outputs / groups: with one group per channel, the outputs are shared out, but the -1 is not. */
const minusOneBeforeGrouping: Option<CountAdditions> = {
  id: "minus-one-before-grouping",
  effect: ({ macs, outputs, layer, inARow }) =>
    inARow === 1n ? macs - outputs / BigInt(layer.cOut) : undefined,
  credit: "0.5",
  says: "You took the -1 for exact additions before sharing the work out among the groups.",
  hint: "Restrict the dot product to its one channel first, then take the -1 from its own length.",
};

/** Of the dot products that follow one another in a separable block, only those of the last ones. */
const onlyTheLast: Option<CountAdditions> = {
  id: "exact-additions-once",
  effect: ({ macs, reached, inARow }) => (inARow === 1n ? undefined : macs - reached),
  says: "Right: you counted K - 1 additions for a sum of K terms.",
};

export const additions = [minusOneBeforeGrouping, onlyTheLast];

export const bias: readonly Option<CountBias>[] = [
  {
    id: "with-bias-once",
    effect: ({ outputs, inARow }) => (inARow === 1n ? undefined : { macs: 0n, flops: outputs }),
    says: "Right: you counted the addition of a bias to each output.",
  },
];
