/** What a student reads about padding. */
import type { Feedback } from "../../contract";

export const feedback: Feedback = {
  title: "Padding of a convolution",
  expected: "a whole number: pixels of padding per side",
  unexplained:
    "The paddings do not follow from the output-size formula. Start from hOut = floor((hIn + 2p - kernel) / stride) + 1 and solve it for p on paper, then try your p in the formula.",
  readings: {
    smallest: { says: "This is the smallest symmetric padding that gives the stated output." },
    "equation-without-floor": {
      says: "You solved the equation exactly, which leaves half pixels when the stride is larger than 1.",
      hint: "The output size is rounded down, so a whole padding gives the same output. Take the smallest whole number that works.",
    },
    "same-padding": {
      says: "You used (kernel - 1) / 2, the padding that keeps the size at stride 1.",
      hint: "Here the output is not the size of the input. Put your p back into the formula: does it give the stated output?",
    },
    "kernel-minus-one": {
      says: "You used kernel - 1.",
      hint: "That is how much an unpadded convolution shrinks the input. Solve the output-size formula for p instead.",
    },
    "size-difference": {
      says: "You used the difference between input and output size.",
      hint: "The output is smaller because the kernel does not fit at the border without padding: the shrinkage is not the padding.",
    },
    "half-size-difference": {
      says: "You used half the difference between input and output size.",
      hint: "The output is smaller because the kernel does not fit at the border without padding: the shrinkage is not the padding.",
    },
    "sign-error": {
      says: "Your padding has the right size and the wrong sign.",
      hint: "Padding cannot be negative. Look at the step where you moved the terms across the equation.",
    },
    "total-padding": {
      says: "You gave the total of both sides.",
      hint: "The question asks for the padding per side.",
    },
  },
};
