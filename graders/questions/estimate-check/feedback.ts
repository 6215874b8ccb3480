/** What a student reads about the comparison of estimate and measurement. */
import type { Feedback } from "../../contract/question";

const followTotal = "Keep a running total over the events. Which value of it is the memory a GPU must have?";

export const feedback: Feedback = {
  title: "Estimate against measurement",
  expected: "an object { actualBytes, relativeError } of two numbers",
  fields: ["actualBytes", "relativeError"],
  unexplained:
    "The figures do not follow from recording and estimate. First find the most memory in use at any one time; then ask by what share of it the estimate's total is off.",
  readings: {
    "peak-and-error": { says: "The peak of the iteration is right, and so is the estimate's error." },
    "signed-error": {
      says: "Right; your error tells by its sign whether the estimate is too high or too low.",
    },
    "relative-to-estimate": { says: "Right; you take the gap relative to the estimate." },
    percent: { says: "Right; you tell the error in percent." },
    "larger-unit": {
      says: "The peak is right, told in a larger unit than the bytes that the field is named after; so is the error.",
    },
    "own-peak": {
      says: "The peak is the one your `forwardMemory` finds, and the error follows from it: this step is right.",
    },
    ratio: {
      says: "The peak is right; your error is the ratio of estimate and measurement.",
      hint: "What would a perfect estimate's error be?",
    },
    "difference-in-bytes": {
      says: "The peak is right; your error is the gap in bytes.",
      hint: "A gap of a gigabyte can be much or little. Relative to what?",
    },
    "input-left-out": {
      says: "You leave the input batch out of what was measured; the error follows from that.",
      hint: "It takes up memory as everything else does.",
    },
    "parameters-left-out": {
      says: "You leave the parameters out of what was measured; the error follows from that.",
      hint: "They take up memory as everything else does.",
    },
    "resident-left-out": {
      says: "You count what the iteration itself allocates, without what was there when it began; the error follows from that.",
      hint: "What else is in memory during the iteration?",
    },
    "end-of-iteration": {
      says: "You take the memory in use at the end of the iteration; the error follows from that.",
      hint: "Something may have been freed by then. When was most in use?",
    },
    "frees-ignored": {
      says: "You add up what is allocated and never take off what is freed; the error follows from that.",
      hint: followTotal,
    },
    "actual-alone": {
      says: "The peak is right; the error does not follow from it.",
      hint: "By what share of the peak is the estimate's total off?",
    },
    "error-of-own-actual": {
      says: "The error follows from your actual bytes, but those are not the most in use at any one time.",
      hint: followTotal,
    },
    "largest-tensor": {
      says: "You take the largest single tensor for the memory in use; the error follows from that.",
      hint: followTotal,
    },
    "reasons-given": { says: "You say where the gap comes from." },
  },
};
