/** What a student reads about padding. */
import type { Feedback, ReadingSentences } from "../../contract/question";

const roundedDown =
  "Put your p back into the formula: a little less than the exact solution gives one output pixel too few.";
const lastLine = "The formula seems right: look at the last line of the solution, what is left for 2p?";
const oneMoreThanSolved: ReadingSentences = {
  says: "Your padding is one pixel more than the equation gives.",
  hint: lastLine,
};
const totalTold: ReadingSentences = {
  says: "Right: this is the smallest padding of both sides together, as you say.",
};

/** Slips that can be made on the height, the width or both; the sentences are the same. */
const onEitherAxis: Readonly<Record<string, ReadingSentences>> = {
  "equation-without-floor": {
    says: "You solved the equation exactly, which leaves half pixels when the stride is larger than 1.",
    hint: "The output size is rounded down, so a whole padding gives the same output. Take the smallest whole number that works.",
  },
  "equation-alone": {
    says: "You solved the equation exactly, which leaves half pixels and even negative ones when the stride is larger than 1.",
    hint: "The output size is rounded down, so a whole padding gives the same output. Take the smallest whole number that works and is not negative.",
  },
  "rounded-down": {
    says: "You rounded half a pixel of padding down.",
    hint: roundedDown,
  },
  "rounded-down-alone": {
    says: "You rounded half a pixel of padding down, and your padding can come out negative.",
    hint: roundedDown,
  },
  "rounded-towards-zero": {
    says: "You rounded half a pixel of padding down, and your padding can come out negative.",
    hint: roundedDown,
  },
  "equation-one-too-many": oneMoreThanSolved,
  "total-padding": {
    says: "You gave the total of both sides.",
    hint: "The question asks for the padding per side.",
  },
  "total-padding-alone": {
    says: "You gave the total of both sides, and it can come out negative.",
    hint: "The question asks for the padding per side, and that is never negative.",
  },
  "stride-ignored-alone": {
    says: "You solved the equation for stride 1; with a larger stride it gives negative paddings.",
    hint: "Solve the output-size formula again with the stride in it.",
  },
  "sign-error-in-equation": {
    says: "You solved the equation with the wrong sign.",
    hint: "Padding cannot be negative. Look at the step where you moved the terms across the equation.",
  },
};

const keepsTheSize =
  "Here the output is not the size of the input. Put your p back into the formula: does it give the stated output?";
const shrinkage =
  "The output is smaller because the kernel does not fit at the border without padding: the shrinkage is not the padding.";
const keepPositive = "Where the equation gives less than 0, no padding is needed at all.";

/** The same sentences under the id of each axis that can be looked at. */
function listForAxes(
  sentences: Readonly<Record<string, ReadingSentences>>,
): Record<string, ReadingSentences> {
  const entries = Object.entries(sentences).flatMap(([id, one]) =>
    ["", "-by-width", "-by-both"].map((suffix): [string, ReadingSentences] => [`${id}${suffix}`, one]),
  );
  return Object.fromEntries(entries);
}

export const feedback: Feedback = {
  title: "Padding of a convolution",
  expected: "a whole number: pixels of padding per side",
  unexplained:
    "The paddings do not follow from the output-size formula. Start from hOut = floor((hIn + 2p - kernel) / stride) + 1 and solve it for p on paper, then try your p in the formula.",
  readings: {
    smallest: { says: "This is the smallest symmetric padding that gives the stated output." },
    "height-only-one-too-many": oneMoreThanSolved,
    "width-only-one-too-many": oneMoreThanSolved,
    "total-padding-told": totalTold,
    "twice-the-smallest-told": totalTold,
    ...listForAxes(onEitherAxis),
    "stride-ignored": {
      says: "Your padding is right where the stride is 1, and only there.",
      hint: "Solve the output-size formula again with the stride in it.",
    },
    "height-only": {
      says: "Your padding is right for the height; you did not look at the width.",
      hint: "The two axes can need different paddings: one p has to serve both.",
    },
    "width-only": {
      says: "Your padding is right for the width; you did not look at the height.",
      hint: "The two axes can need different paddings: one p has to serve both.",
    },
    "negative-kept": {
      says: "Your padding is right, except that it can come out negative when the stride is larger than 1.",
      hint: keepPositive,
    },
    "negative-kept-by-height": {
      says: "You looked at the height alone, and your padding can come out negative.",
      hint: `${keepPositive} And one p has to serve both axes.`,
    },
    "negative-kept-by-width": {
      says: "You looked at the width alone, and your padding can come out negative.",
      hint: `${keepPositive} And one p has to serve both axes.`,
    },
    "sign-error": {
      says: "Your padding has the right size and the wrong sign.",
      hint: "Padding cannot be negative. Look at the step where you moved the terms across the equation.",
    },
    "one-too-many": {
      says: "Your padding is one pixel more than needed on every layer.",
      hint: lastLine,
    },
    "same-padding": {
      says: 'You used (kernel - 1) / 2, the padding that keeps the size at stride 1: the "same" reflex.',
      hint: keepsTheSize,
    },
    "same-padding-cut": {
      says: 'You used (kernel - 1) / 2, rounded down, the padding that keeps the size at stride 1: the "same" reflex.',
      hint: keepsTheSize,
    },
    "half-kernel": {
      says: 'You used half the kernel, rounded down, the padding that keeps the size at stride 1: the "same" reflex.',
      hint: keepsTheSize,
    },
    "kernel-minus-one": {
      says: "You used kernel - 1.",
      hint: "That is how much an unpadded convolution shrinks the input. Solve the output-size formula for p instead.",
    },
    "size-difference": {
      says: "You used the difference between input and output size.",
      hint: shrinkage,
    },
    "half-size-difference": {
      says: "You used half the difference between input and output size.",
      hint: shrinkage,
    },
  },
};
