/** Choices in solving the output-size formula for the padding, and paddings that no equation gave. */
import type { ConvLayer } from "../../contract/value";
import { choose } from "../kit/choice-part";

/** From the exact total of an axis, both sides together, to the padding that somebody gives. */
export interface Solution {
  readonly solve: (total: number, layer: ConvLayer) => number;
  /** The padding of both sides; right where the explanation says so. */
  readonly sides?: "both" | "both-told";
  /** Is negative where another option is 0, or nearly everywhere. */
  readonly isUnclamped?: true;
}

const unclamped = (apply: Solution["solve"]): Solution => ({ solve: apply, isUnclamped: true });
const solve = (apply: Solution["solve"]): Solution => ({ solve: apply });

const clamp = (padding: number): number => Math.max(0, padding);
const takeTotal = (total: number): number => clamp(total);
const takeTwice = (total: number): number => 2 * clamp(Math.ceil(total / 2));

const negativeKept = {
  credit: "0.75",
  says: "Your padding can come out negative when the stride is larger than 1.",
  hint: "Where the equation gives less than 0, no padding is needed at all.",
};
const roundingDown = {
  credit: "0.5",
  hint: "Put your p back into the formula: a little less than the exact solution gives one output pixel too few.",
};
const roundedDownAlone = {
  ...roundingDown,
  says: "You rounded half a pixel of padding down, and your padding can come out negative.",
};
const total = {
  credit: "0.5",
  wantsWords: true as const,
  says: "You gave the total of both sides.",
  hint: "The question asks for the padding per side.",
};
const totalAlone = {
  credit: "0.5",
  wantsWords: true as const,
  says: "You gave the total of both sides, and it can come out negative.",
  hint: "The question asks for the padding per side, and that is never negative.",
};
const toldTotal = {
  looksBack: true as const,
  byWords: true as const,
  says: "Right: this is the smallest padding of both sides together, as you say.",
};
const moved = "Padding cannot be negative. Look at the step where you moved the terms across the equation.";
const oneMore = {
  credit: "0.25",
  says: "Your padding is one pixel more than the equation gives.",
  hint: "The formula seems right: look at the last line of the solution, what is left for 2p?",
};
const keepsTheSize = {
  credit: "0",
  hint: "Here the output is not the size of the input. Put your p back into the formula: does it give the stated output?",
};
const shrinkage = {
  credit: "0",
  hint: "The output is smaller because the kernel does not fit at the border without padding: the shrinkage is not the padding.",
};

export const solution = choose<Solution>(
  { id: "half-rounded-up", effect: solve((both) => clamp(Math.ceil(both / 2))) },
  { id: "total-padding-told", effect: { solve: takeTotal, sides: "both-told" }, ...toldTotal },
  { id: "twice-the-smallest-told", effect: { solve: takeTwice, sides: "both-told" }, ...toldTotal },
  { id: "negative-kept", effect: unclamped((both) => Math.ceil(both / 2)), ...negativeKept },
  {
    id: "total-padding-alone-told",
    effect: { isUnclamped: true, solve: (both) => both, sides: "both-told" },
    looksBack: true,
    byWords: true,
    ...negativeKept,
  },
  {
    id: "negative-as-positive",
    effect: unclamped((both) => Math.abs(Math.ceil(both / 2))),
    ...negativeKept,
    says: "Where the equation gives less than 0, you took the number without its sign.",
  },
  {
    id: "equation-without-floor",
    effect: solve((both) => clamp(both / 2)),
    credit: "0.5",
    says: "You solved the equation exactly, which leaves half pixels when the stride is larger than 1.",
    hint: "The output size is rounded down, so a whole padding gives the same output. Take the smallest whole number that works.",
    source:
      "Dumoulin and Visin, A guide to convolution arithmetic for deep learning (2016), relationship 6 has the floor",
  },
  {
    id: "equation-alone",
    effect: unclamped((both) => both / 2),
    credit: "0.5",
    says: "You solved the equation exactly, which leaves half pixels and even negative ones when the stride is larger than 1.",
    hint: "The output size is rounded down, so a whole padding gives the same output. Take the smallest whole number that works and is not negative.",
  },
  {
    id: "rounded-down",
    effect: solve((both) => clamp(Math.floor(both / 2))),
    ...roundingDown,
    says: "You rounded half a pixel of padding down.",
  },
  { id: "rounded-down-alone", effect: unclamped((both) => Math.floor(both / 2)), ...roundedDownAlone },
  { id: "rounded-towards-zero", effect: unclamped((both) => Math.trunc(both / 2)), ...roundedDownAlone },
  { id: "total-padding", effect: { solve: takeTotal, sides: "both" }, ...total },
  { id: "twice-the-smallest", effect: { solve: takeTwice, sides: "both" }, ...total },
  {
    id: "total-padding-alone",
    effect: { isUnclamped: true, solve: (both) => both, sides: "both" },
    ...totalAlone,
  },
  {
    id: "twice-the-smallest-alone",
    effect: { isUnclamped: true, solve: (both) => 2 * Math.ceil(both / 2), sides: "both" },
    ...totalAlone,
  },
  {
    id: "sign-error-in-equation",
    effect: unclamped((both) => -both / 2),
    credit: "0.25",
    says: "You solved the equation with the wrong sign.",
    hint: moved,
  },
  { id: "equation-one-too-many", effect: unclamped((both) => both / 2 + 1), ...oneMore },
  {
    id: "same-padding",
    effect: solve((_, { kernel }) => (kernel - 1) / 2),
    ...keepsTheSize,
    says: 'You used (kernel - 1) / 2, the padding that keeps the size at stride 1: the "same" reflex.',
  },
  {
    id: "same-padding-cut",
    effect: solve((_, { kernel }) => Math.floor((kernel - 1) / 2)),
    ...keepsTheSize,
    says: 'You used (kernel - 1) / 2, rounded down, the padding that keeps the size at stride 1: the "same" reflex.',
  },
  {
    id: "half-kernel",
    effect: solve((_, { kernel }) => Math.floor(kernel / 2)),
    ...keepsTheSize,
    says: 'You used half the kernel, rounded down, the padding that keeps the size at stride 1: the "same" reflex.',
  },
  {
    id: "kernel-minus-one",
    effect: solve((_, { kernel }) => kernel - 1),
    credit: "0",
    says: "You used kernel - 1.",
    hint: "That is how much an unpadded convolution shrinks the input. Solve the output-size formula for p instead.",
    source: "Total padding of both sides for equal sizes: Zhang et al., Dive into Deep Learning, section 7.3",
  },
  {
    id: "size-difference",
    effect: solve((_, { hIn, hOut }) => hIn - hOut),
    ...shrinkage,
    says: "You used the difference between input and output size.",
  },
  {
    id: "half-size-difference",
    effect: solve((_, { hIn, hOut }) => (hIn - hOut) / 2),
    ...shrinkage,
    says: "You used half the difference between input and output size.",
  },
);

const strideAgain = {
  credit: "0.5",
  hint: "Solve the output-size formula again with the stride in it.",
};
const strideAlone = {
  ...strideAgain,
  says: "You solved the equation for stride 1; with a larger stride it gives negative paddings.",
};

/** The stride left out: no half pixels show where it is 1, so the equation may be left as it is. */
export interface StrideSlip {
  readonly solve?: (total: number) => number;
}

export const stride = choose<StrideSlip | undefined>(
  { id: "with-stride", effect: undefined },
  { id: "stride-ignored", effect: {}, ...strideAgain, says: "You solved the equation for stride 1." },
  { id: "stride-ignored-alone", effect: { solve: (both) => both / 2 }, ...strideAlone },
  { id: "stride-ignored-rounded-up", effect: { solve: (both) => Math.ceil(both / 2) }, ...strideAlone },
  { id: "stride-ignored-rounded-down", effect: { solve: (both) => Math.floor(both / 2) }, ...strideAlone },
);

/** From the padding to the answer. */
export const lastStep = choose<(padding: number) => number>(
  { id: "as-solved", effect: (padding) => padding },
  {
    id: "sign-error",
    effect: (padding) => -padding,
    credit: "0.25",
    says: "Your padding has the wrong sign.",
    hint: moved,
  },
  { id: "one-too-many", effect: (padding) => padding + 1, ...oneMore },
  {
    id: "at-least-one",
    effect: (padding) => Math.max(1, padding),
    credit: "0.75",
    says: "Your padding is never less than one pixel.",
    hint: "No padding is a padding too: what does your formula give where the kernel fits without any?",
  },
);
