/** Task 5, arithmetic intensity: the bytes that PReLU + Linear moves for one batch. */
import type { Question } from "../../contract/question";
import { collectWords } from "../kit/choice-part";
import { shownTraffic } from "../kit/public/shown-roofline";
import { makeTrafficPart } from "../kit/roofline/traffic";
import { publicChecks } from "./public-checks";

const fewPasses = [
  "intermediate-left-out",
  "intermediate-once",
  "one-prelu-pass-no-weights",
  "reads-only",
  "weights-only",
  "output-alone",
];

const part = makeTrafficPart({
  id: "model-bytes",
  points: "1",
  fused: false,
  reference: {
    id: "once-each-way",
    says: "Each layer reads its input and its parameters once and writes its output once, as you count.",
  },
  collisions: [
    {
      answered: { activations: "intermediate-once", weights: "weights-omitted" },
      because: "it is the notebook's own count, one-prelu-pass-no-weights",
    },
    {
      answered: { activations: "intermediate-once", output: "output-of-one-sample" },
      because: "beside what is read, the output of a single sample is as much as a bias",
    },
    ...fewPasses.map((activations) => ({
      answered: { activations, slope: "slope-per-element" },
      because: "the slope stands in for a pass over the input that is missing",
    })),
  ],
});

export const question: Question = {
  id: "model-bytes",
  points: "1",
  parts: [part],
  feedback: {
    title: "Memory transferred by the model",
    asked: "Count the bytes that the two layers move to and from the memory, one kernel after the other.",
    expected: "a whole number of bytes",
    unexplained:
      "The bytes do not follow from the layers. For each of the two layers, list what it reads (input, parameters) and what it writes, multiply each by its number of elements for the whole batch, and add up at 4 bytes each.",
    readings: collectWords([part]),
  },
  publicChecks,
  shows: shownTraffic,
};
