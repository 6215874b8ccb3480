/** Task 2b: MACs and FLOPs of a standard convolution. */
import type { Question } from "../../contract/question";
import { collectWords } from "../kit/choice-part";
import { makeParts, unexplainedFlops } from "../kit/convolution/parts";
import { filters } from "./choices";
import { listCases } from "./inputs";
import { publicChecks } from "./public-checks";

const parts = makeParts({
  export: "standardConv",
  listCases,
  filters,
});

export const question: Question = {
  id: "standard-conv",
  points: "1",
  parts,
  feedback: {
    title: "Standard convolution",
    asked: "Count the MAC and the FLOP of a standard convolution.",
    expected: "an object { macs, flops } of two counts",
    fields: ["macs", "flops"],
    unexplained:
      "The MAC do not follow from the layer. Take a single output value: which weights and inputs is it made of? Then count how many such values there are.",
    parts: { flops: { unexplained: unexplainedFlops } },
    readings: collectWords(parts),
  },
  publicChecks,
};
