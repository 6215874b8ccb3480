/** What a student reads about depthwise convolution. */
import type { Feedback, ReadingSentences } from "../../contract/question";
import {
  countSentences,
  flopsForMacsSentences,
  listForRules,
  pixelSentences,
} from "../kit/convolution/sentences";

const separableBlock: ReadingSentences = {
  says: "You added the pointwise convolution that follows in a separable block.",
  hint: "Only the depthwise part was asked.",
};

export const feedback: Feedback = {
  title: "Depthwise convolution",
  expected: "an object { macs, flops } of two counts",
  fields: ["macs", "flops"],
  unexplained:
    "The counts do not follow from the layer. Take a single output value: how many inputs does its filter see? Then count how many such values there are.",
  readings: {
    ...countSentences,
    ...flopsForMacsSentences,
    ...listForRules({
      ...pixelSentences,
      "separable-block": separableBlock,
      "kernel-once": {
        says: "You counted the kernel along one side only.",
        hint: "The kernel is two-dimensional: how many weights does a filter have?",
      },
      "weight-count": {
        says: "You counted the weights of the layer.",
        hint: "Each weight is used again at every output position.",
      },
      "channels-forgotten": {
        says: "You counted a single channel.",
        hint: "Each channel has its own filter: how many are there?",
      },
      "standard-formula": {
        says: "This is what a standard convolution takes.",
        hint: "In a depthwise convolution, how many input channels does one filter see?",
      },
    }),
    "separable-block-exact-additions-once": separableBlock,
    "separable-block-with-bias-once": separableBlock,
    "minus-one-before-grouping": {
      says: "You took the -1 for exact additions before sharing the work out among the groups.",
      hint: "Restrict the dot product to its one channel first, then take the -1 from its own length.",
    },
  },
};
