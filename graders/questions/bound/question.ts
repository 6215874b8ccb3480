/** Task 5, arithmetic intensity: whether memory or compute limits the model on a GPU. */
import type { Question } from "../../contract/question";
import { collectWords } from "../kit/choice-part";
import { makeBoundPart } from "../kit/roofline/bound";
import { publicChecks } from "./public-checks";

const part = makeBoundPart("bound", "1", false);

export const question: Question = {
  id: "bound",
  points: "1",
  parts: [part],
  buildsOn: ["model-flops", "model-bytes"],
  asksToExplain: true,
  feedback: {
    title: "Memory or compute bound",
    asked: "Say whether a GPU's memory or its arithmetic limits the model.",
    expected: 'the text "memory" or "compute"',
    unexplained:
      "The answers follow neither from the model's intensity nor from that of your own FLOP and bytes, in FLOP per byte. Divide your FLOP by your bytes, divide the GPU's peak by its bandwidth, and compare the two, both in FLOP per byte.",
    readings: collectWords([part]),
  },
  publicChecks,
};
