/** Choices on how an optimal batch is told: rounded or not, searched for, and what stands for none. */

import { modelFootprint, splitPerBatch } from "../../../../reference/prelu-linear";
import { notebookBatchSizes } from "../../../contract/shown";
import { choose } from "../choice-part";
import { otherForm, takenForNumber } from "../none";
import type { Span } from "./intensity-choices";
import type { OptimumInput } from "./optimum-cases";
import { type NoBatch, type None, roundUp } from "./optimum-window";

/** From where intensity and ridge meet to the batches that are told; a first sample that is enough may be spared. */
export type TellBatch = (crossings: Span) => Span & { readonly isReal?: true };

const isFirst = ({ most }: Span): boolean => most <= 1;

const apply =
  (round: (crossing: number) => number): TellBatch =>
  ({ least, most }) => ({ least: round(least), most: round(most) });

const putBack =
  "Put your batch, and the ones before and after it, back into the intensity: which is the first to reach the ridge point?";

const inBetween =
  "The question asks for the smallest batch. Is there a smaller one in between that is compute bound already?";

/** Batches that hardware likes, of which people try no others. Of 32, one that is searched for to 16 is none for all that is drawn small. */
export const multiples = [8] as const;

export const told = choose<TellBatch>(
  { id: "rounded-up", effect: apply(roundUp) },
  {
    id: "not-rounded",
    effect: ({ least, most }) => ({
      least: least * (1 - 1e-9),
      most: (isFirst({ least, most }) ? 1 : most) * (1 + 1e-9),
      isReal: true,
    }),
    credit: "0.75",
    says: "You give the batch at which intensity and ridge point would be equal, with its fraction.",
    hint: "A batch is a whole number of samples: which is the first to be compute bound?",
  },
  {
    id: "off-by-one",
    effect: (crossings) =>
      isFirst(crossings) ? { least: 0, most: 1 } : apply((one) => roundUp(one) - 1)(crossings),
    credit: "0.5",
    says: "Your batch is one beside the smallest compute-bound one.",
    hint: putBack,
  },
  {
    id: "one-too-many",
    effect: (crossings) =>
      isFirst(crossings) ? { least: 1, most: 2 } : apply((one) => roundUp(one) + 1)(crossings),
    credit: "0.5",
    says: "Your batch is one beside the smallest compute-bound one.",
    hint: putBack,
  },
  {
    id: "rounded-to-nearest",
    effect: (crossings) =>
      isFirst(crossings) ? { least: 0, most: 1 } : apply((one) => Math.max(1, Math.round(one)))(crossings),
    credit: "0.5",
    says: "You round to the nearest batch.",
    hint: putBack,
  },
  {
    id: "power-of-two",
    effect: apply((one) => 2 ** Math.ceil(Math.log2(roundUp(one)))),
    credit: "0.5",
    says: "You search among powers of two.",
    hint: inBetween,
  },
  ...multiples.map((of) => ({
    id: `multiple-of-${of}`,
    effect: apply((one) => of * Math.ceil(roundUp(one) / of)),
    credit: "0.5",
    says: `You search among multiples of ${of}.`,
    hint: inBetween,
    source: "Dimensions that are multiples of 8 suit tensor cores: NVIDIA's guide to mixed precision",
  })),
);

/** In FLOP per bit only few batches are left, and the share of inputs moves them as much. */
export const toldAlike = [
  "power-of-two",
  "rounded-to-nearest",
  ...multiples.map((of) => `multiple-of-${of}`),
].map((id) => ({
  answered: { per: "per-bit", told: id },
  because: "of the few optima that are left, none is told differently",
}));

/** Optima are few where the ridge is low or the unit small, and a bias moves none of them far. */
export const biasUnseen = [
  ...["power-of-two", ...multiples.map((of) => `multiple-of-${of}`)].map((id) => ({ told: id })),
  ...["per-element", "per-bit"].map((id) => ({ per: id })),
  { activations: "reads-only" },
].flatMap((slip) =>
  [{ slope: "bias-moved" }, { flops: "bias-in-flops" }].map((bias) => ({
    answered: { ...slip, ...bias },
    because: "a bias moves none of the optima that are left",
  })),
);

const noBatch = {
  ...takenForNumber,
  hint: "A number is a batch to whoever calls the function: which value cannot be taken for one?",
};

/** What is answered where no batch is compute bound. */
export interface TellNone {
  readonly value: (input: OptimumInput, fused: boolean) => None;
  /** Any number in its place: what a formula gives there, or the largest there is. */
  readonly isAnyNumber?: true;
  /** Only who says why in explanations. */
  readonly isReasoned?: true;
}

const always = (value: number | NoBatch): TellNone => ({ value: () => value });
const plotted: Span = { least: Math.max(...notebookBatchSizes), most: Math.max(...notebookBatchSizes) };

const batchInstead = {
  credit: "0.5",
  wantsWords: true as const,
  hint: "Say why in explanations: does your model ever become compute bound on this GPU, and if not, what do larger batches still gain?",
};

export const none = choose<TellNone>(
  { id: "null", effect: always(null) },
  {
    id: "batch-for-none-reasoned",
    effect: { value: (input, fused) => [plotted, findMemoryLimit(input, fused)], isReasoned: true },
    looksBack: true,
    byWords: true,
    says: "Right: where no batch is compute bound, you take the largest one that you plot or that fits into memory, and give a reason.",
  },
  {
    id: "word-for-none",
    effect: always("word"),
    says: "You answer with a word where no batch is compute bound.",
    ...otherForm,
  },
  {
    id: "error-for-none",
    effect: always("error"),
    says: "You stop with an error where no batch is compute bound.",
    ...otherForm,
  },
  {
    id: "minus-one-for-none",
    effect: always(-1),
    says: "You answer -1 where no batch is compute bound.",
    ...noBatch,
  },
  {
    id: "zero-for-none",
    effect: always(0),
    says: "You answer 0 where no batch is compute bound.",
    ...noBatch,
  },
  {
    id: "largest-plotted-for-none",
    effect: { value: () => [plotted] },
    says: "Where no batch is compute bound, you take the largest batch of the plot.",
    ...batchInstead,
  },
  {
    id: "memory-limit-for-none",
    effect: { value: (input, fused) => [findMemoryLimit(input, fused)] },
    says: "Where no batch is compute bound, you take the largest one that fits into memory.",
    ...batchInstead,
  },
  {
    id: "number-for-none",
    effect: {
      value: () => [{ least: Number.NEGATIVE_INFINITY, most: Number.POSITIVE_INFINITY }],
      isAnyNumber: true,
    },
    // Whichever it is: nothing is to be found out.
    solved: { least: 0, most: 0 },
    says: "You answer with some number where no batch is compute bound.",
    ...noBatch,
  },
);

/** Within a factor of two: what else lies in memory is anybody's guess. */
export function findMemoryLimit({ model, gpu }: OptimumInput, fused: boolean): Span {
  const { perSample, perBatch } = splitPerBatch((batchSize) => modelFootprint(batchSize, model, { fused }));
  const limit = (gpu.memory - Number(perBatch)) / Number(perSample);
  return { least: limit / 2, most: limit * 2 };
}

/** Whether a search ends at some batch, and what it gives where it has found none by then. */
export type SearchEnd = "none" | "last-batch" | undefined;

const tooShort = {
  hint: "How do you know that no batch is compute bound? Solve the inequality between intensity and ridge point for the batch size.",
  // What ends sooner is no search: two constants would do.
  solved: { least: 16, most: Number.MAX_SAFE_INTEGER },
} as const;

export const search = choose<SearchEnd>(
  { id: "complete", effect: undefined },
  {
    id: "search-too-short",
    effect: "none",
    credit: "0.5",
    says: "Your search ends before it reaches the larger optima.",
    ...tooShort,
  },
  {
    id: "search-gives-its-last-batch",
    effect: "last-batch",
    credit: "0.25",
    says: "Your search ends before it reaches the larger optima, and gives its last batch where it has found none.",
    ...tooShort,
  },
);
