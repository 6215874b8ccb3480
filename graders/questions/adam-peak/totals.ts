/** Choices on the total: the sum of the parts, a peak over time, overheads, or something else. */
import { choose } from "../kit/choice-part";
import type { Parts, Totals } from "./estimate";

/** Bytes as they were counted. */
export interface Held extends Parts<bigint> {
  /** One copy of the weights, which a multi-tensor step needs once more or twice. */
  readonly copy: bigint;
  /** The input batch, if the total holds it and the activations do not. */
  readonly image: bigint;
}

export interface Total {
  /** What is as good as the first; `undefined` for anything. */
  list(held: Held): Totals | undefined;
  /** One that is meant. */
  pick(held: Held): bigint;
}

const most = (a: bigint, b: bigint): bigint => (a > b ? a : b);

const sumCopies = ({ weights, gradients, moments }: Held): bigint => weights + gradients + moments;
const addUp = (held: Held): bigint => sumCopies(held) + held.activations + held.image;

const anyOf = (list: (held: Held) => readonly bigint[]): Total => ({
  list,
  pick: (held) => list(held)[0] ?? 0n,
});

/**
 * The optimizer step holds all copies, and one or two more for the temporaries of a multi-tensor step; gradients come
 * as activations go. In the first iteration the moments come with the step, so that less is beside the activations.
 * The input batch may stay throughout, or go with the activations.
 */
function followOverTime(held: Held): readonly bigint[] {
  const { weights, moments, gradients, activations, image, copy } = held;
  const steps = [0n, 1n, 2n].map((more) => sumCopies(held) + more * copy);
  const beside = [weights + moments, weights + gradients, weights];
  return steps.flatMap((step, at) =>
    [...beside, ...(at > 0 ? [sumCopies(held)] : [])].flatMap((one) => [
      most(one + activations + image, step),
      most(one + activations, step) + image,
    ]),
  );
}

/** Above what the parts take up together: as a share of it, and in bytes that a GPU holds besides, whatever the model. */
const overhead = { most: 1.226, bytes: 0.84e9 } as const;

/** Above the sum, with a step's temporaries or without, or above a peak over time. */
const addOverheads = (held: Held): Totals => {
  const sum = addUp(held);
  const bare = [sum, sum + held.copy, sum + 2n * held.copy, ...followOverTime(held)].map(Number);
  return {
    spans: bare.map((one) => ({ least: one, most: Math.max(overhead.most * one, one + overhead.bytes) })),
  };
};

export const total = choose<Total>(
  { id: "sum-of-the-parts", effect: anyOf((held) => [addUp(held)]) },
  {
    id: "step-temporaries",
    effect: anyOf((held) => [addUp(held) + held.copy, addUp(held) + 2n * held.copy]),
    says: "Right; your total holds one more copy of the weights, as a multi-tensor optimizer step needs for a moment.",
  },
  {
    id: "peak-over-time",
    effect: anyOf(followOverTime),
    says: "Right; you follow the memory over the iteration and take the larger of backward pass and optimizer step.",
  },
  {
    id: "overheads-in-total",
    effect: { list: addOverheads, pick: (held) => addUp(held) + 450_000_000n },
    says: "The parts are right, and your total is near what they take up together, within what overheads on a GPU can change.",
  },
  {
    id: "right-parts",
    effect: { list: () => undefined, pick: (held) => (addUp(held) * 9n) / 10n },
    leavesOpen: true,
    credit: "0.5",
    says: "Your total is not the sum of your four parts.",
    hint: "Which of the parts are in memory together at the worst moment?",
  },
);
