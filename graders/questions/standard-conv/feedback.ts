/** What a student reads about standard convolution. */
import type { Feedback } from "../../contract/question";
import {
  countSentences,
  flopsForMacsSentences,
  listForRules,
  pixelSentences,
} from "../kit/convolution/sentences";

export const feedback: Feedback = {
  title: "Standard convolution",
  expected: "an object { macs, flops } of two counts",
  fields: ["macs", "flops"],
  unexplained:
    "The counts do not follow from the layer. Take a single output value: which weights and inputs is it made of? Then count how many such values there are.",
  readings: {
    ...countSentences,
    ...flopsForMacsSentences,
    ...listForRules({
      ...pixelSentences,
      "input-channels-forgotten": {
        says: "You left out the input channels, as a depthwise convolution does.",
        hint: "Every filter of a standard convolution spans all input channels.",
      },
      "output-channels-forgotten": {
        says: "You counted a single filter.",
        hint: "How many filters does the layer need for its output channels?",
      },
      "channels-forgotten": {
        says: "You left out the channels altogether.",
        hint: "Every filter spans all input channels, and there is one filter per output channel.",
      },
      "input-channels-twice": {
        says: "You used the input channels for the output channels as well.",
        hint: "The two numbers of channels can differ. Which one belongs to the length of a dot product, which one to the number of outputs?",
      },
      "output-channels-twice": {
        says: "You used the output channels for the input channels as well.",
        hint: "The two numbers of channels can differ. Which one belongs to the length of a dot product, which one to the number of outputs?",
      },
      "kernel-once": {
        says: "You counted the kernel along one side only.",
        hint: "The kernel is two-dimensional: how many weights does it have per channel?",
      },
      "weight-count": {
        says: "You counted the weights of the layer.",
        hint: "Each weight is used again at every output position.",
      },
    }),
  },
};
