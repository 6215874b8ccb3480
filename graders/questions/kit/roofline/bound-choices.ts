/** Choices behind "memory or compute bound": what is compared with what, and for how many samples. */
import { choose } from "../choice-part";
import type { Bound } from "./bound-answer";
import type { Span } from "./intensity-choices";

/** Quotients of counts are doubles; what is closer to the ridge than this may fall on either side. */
const slack = 1e-9;

export interface Compare {
  compare(intensity: Span, ridge: number): Bound;
  /** Goes with accepted and own counts only: it earns nothing, or leaves nothing else to see. */
  readonly isUnmixed?: true;
}

/** Where accepted counts lie on both sides of the ridge, either word is right. */
export const compare = ({ least, most }: Span, ridge: number): Bound => {
  if (least > ridge * (1 + slack)) return "compute";
  return most < ridge * (1 - slack) ? "memory" : "either";
};

const reverse: Readonly<Record<Bound, Bound>> = { memory: "compute", compute: "memory", either: "either" };

const compareHint = "Which two numbers, both in FLOP per byte, does the roofline model compare?";

/** No option for FLOP per kB or MB: beside any real ridge they make everything compute bound, as a constant word does. */
export const comparison = choose<Compare>(
  { id: "intensity-with-ridge", effect: { compare } },
  {
    id: "gpu-ignored",
    effect: { compare: (intensity) => compare(intensity, 1) },
    credit: "0.5",
    says: "You compare FLOP with bytes and leave out the GPU.",
    hint: "How many FLOP can this GPU do in the time it takes to move one byte?",
  },
  {
    id: "reversed",
    effect: { compare: (intensity, ridge) => reverse[compare(intensity, ridge)], isUnmixed: true },
    credit: "0",
    says: "You compare the right numbers the wrong way round.",
    hint: "Few FLOP for every byte: what does the GPU wait for?",
  },
  {
    id: "ridge-inverted",
    effect: { compare: (intensity, ridge) => compare(intensity, 1 / ridge), isUnmixed: true },
    credit: "0",
    says: "You compare the intensity with bandwidth divided by peak.",
    hint: "Look at the units: which quotient of peak and bandwidth is in FLOP per byte?",
  },
  {
    id: "intensity-inverted",
    effect: {
      compare: ({ least, most }, ridge) => compare({ least: 1 / most, most: 1 / least }, ridge),
      isUnmixed: true,
    },
    credit: "0",
    says: "You compare bytes per FLOP with the ridge point.",
    hint: "Look at the units: the ridge point is in FLOP per byte.",
  },
  {
    id: "always-memory",
    effect: { compare: () => "memory", isUnmixed: true },
    credit: "0",
    says: "Your answer came out as memory bound for every model, batch and GPU that was tried.",
    hint: `On a real GPU the notebook's model is, but another model or device can be compute bound. ${compareHint}`,
  },
  {
    id: "always-compute",
    effect: { compare: () => "compute", isUnmixed: true },
    credit: "0",
    says: "Your answer came out as compute bound for every model, batch and GPU that was tried.",
    hint: compareHint,
  },
);

/** Whether FLOP and bytes are those of a single sample. */
export interface Samples {
  readonly isOneOfFlops: boolean;
  readonly isOneOfBytes: boolean;
}

export const samplesCompared = choose<Samples>(
  { id: "whole-batch", effect: { isOneOfFlops: false, isOneOfBytes: false } },
  {
    id: "single-sample",
    effect: { isOneOfFlops: true, isOneOfBytes: true },
    credit: "0.5",
    says: "Your answer is that for a single sample, whatever the batch size.",
    hint: "How does the intensity change as more samples share the weights?",
  },
  {
    id: "batch-ignored",
    effect: { isOneOfFlops: false, isOneOfBytes: true },
    credit: "0.25",
    says: "Your bytes are those of one sample, whatever the batch size.",
    hint: "Which of the tensors grow with the batch, and which do not?",
  },
  {
    id: "batch-ignored-in-flops",
    effect: { isOneOfFlops: true, isOneOfBytes: false },
    credit: "0.25",
    says: "Your FLOP are those of one sample, over the bytes of the whole batch.",
    hint: "FLOP and bytes must belong to the same samples: how many of each does the whole batch take?",
  },
);
