/** Choices on how an optimal batch is told: rounded or not, searched for, and what stands for none. */
import { choose } from "../choice-part";
import type { Span } from "./intensity-choices";
import { roundUp } from "./optimum-window";

/** From where intensity and ridge meet to the batches that are told; a first sample that is enough may be spared. */
export type TellBatch = (crossings: Span) => Span & { readonly isReal?: true };

const isFirst = ({ most }: Span): boolean => most <= 1;

const apply =
  (round: (crossing: number) => number): TellBatch =>
  ({ least, most }) => ({ least: round(least), most: round(most) });

const putBack =
  "Put your batch, and the ones before and after it, back into the intensity: which is the first to reach the ridge point?";

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
    hint: "The question asks for the smallest batch. Is there a smaller one in between that is compute bound already?",
  },
);

const noBatch = {
  credit: "0.5",
  hint: "A number is a batch to whoever calls the function: which value cannot be taken for one?",
};

/** What is answered where no batch is compute bound. */
export const none = choose<number | null>(
  { id: "null", effect: null },
  {
    id: "minus-one-for-none",
    effect: -1,
    says: "You answer -1 where no batch is compute bound.",
    ...noBatch,
  },
  { id: "zero-for-none", effect: 0, says: "You answer 0 where no batch is compute bound.", ...noBatch },
);

/** Whether a search ends at some batch. */
export const search = choose<boolean>(
  { id: "complete", effect: false },
  {
    id: "search-too-short",
    effect: true,
    credit: "0.5",
    says: "Your search ends before it reaches the larger optima.",
    hint: "How do you know that no batch is compute bound? Solve the inequality between intensity and ridge point for the batch size.",
    // A search that finds no batch but the first has found nothing.
    solved: { least: 2, most: Number.MAX_SAFE_INTEGER, write: (batch) => Math.round(batch).toString() },
  },
);
