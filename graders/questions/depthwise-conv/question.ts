/** Task 2c: MACs and FLOPs of a depthwise convolution. */
import type { Question } from "../../contract/question";
import { collectWords } from "../kit/choice-part";
import { makeParts, unexplainedFlops } from "../kit/convolution/parts";
import { additions, bias, filters } from "./choices";
import { listCases } from "./inputs";
import { publicChecks } from "./public-checks";

const parts = makeParts({
  export: "depthwiseConv",
  listCases,
  filters,
  additions,
  bias,
});

export const question: Question = {
  id: "depthwise-conv",
  points: "1",
  parts,
  feedback: {
    title: "Depthwise convolution",
    asked: "Count the MAC and the FLOP of a depthwise convolution.",
    expected: "an object { macs, flops } of two counts",
    fields: ["macs", "flops"],
    unexplained:
      "The MAC do not follow from the layer. Take a single output value: how many inputs does its filter see? Then count how many such values there are.",
    parts: { flops: { unexplained: unexplainedFlops } },
    readings: collectWords(parts),
  },
  publicChecks,
};
