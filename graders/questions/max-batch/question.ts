/** Task 6: the largest batch that can be trained with Adam on a GPU. */
import { readCount } from "../../contract/answers";
import type { Question } from "../../contract/question";
import { collectWords, makeChoicePart } from "../kit/choice-part";
import { readNoneForm } from "../kit/none";
import { showNumbers } from "../kit/public/shown";
import { isSameFit, probeFit } from "./answer";
import { answer, choices } from "./fill";
import { type FitInput, largeCases, listCases } from "./inputs";
import { consultEstimates } from "./own-estimate";
import { publicChecks } from "./public-checks";
import { solve, solveTogether } from "./solve";

const part = makeChoicePart({
  id: "max-batch",
  points: "1",
  export: "maxBatchSize",
  cases: listCases,
  args: ({ model, gpu }: FitInput) => [model, gpu],
  consults: consultEstimates,
  read: readCount,
  readNone: readNoneForm,
  isSame: isSameFit,
  probe: probeFit,
  reference: {
    id: "all-that-fits",
    says: "Right: all samples that fit beside weights, gradients and moments.",
  },
  choices,
  answer,
  solve,
  solveTogether,
  exceptions: [
    {
      when: { rounding: "one-too-many", noneFits: "at-least-one" },
      credit: "0.5",
      because: "one more than 0 is 1: a single slip",
    },
  ],
  collisions: [
    {
      answered: { precision: "half-precision", activations: "activations-doubled" },
      because: "half of twice the activations are the activations, and half of four copies are two",
    },
    {
      answered: { precision: "double-precision-weights", activations: "activations-doubled" },
      because: "weights and activations of 8 bytes",
    },
    ...["gradients-forgotten", "moments-forgotten", "gradients-and-moments-forgotten"].map((slip) => ({
      answered: { copies: slip, precision: "double-precision" },
      because: "fewer copies of twice the size are more copies, beside activations counted twice",
    })),
    {
      answered: { precision: "double-precision", rounding: "power-of-two" },
      because: "half of the batch, down to a power of two, may be the same with some room kept",
    },
    {
      answered: { copies: "weights-per-sample", rounding: "strictly-below" },
      because: "no case has memory for a whole number of such samples",
    },
    {
      answered: { activations: "activations-doubled", rounding: "strictly-below" },
      because: "a sample more takes so much that some room is kept as well",
    },
    ...[
      "step-temporaries",
      "step-temporaries-twice",
      "by-own-estimate",
      "by-own-estimate-of-no-sample",
      "by-own-estimate-of-one-sample",
      "by-own-fixed-part",
      "by-own-first-sample",
    ].map((more) => ({
      answered: { copies: more, rounding: "strictly-below" },
      because: "a little more than so many copies is room on top of fewer",
    })),
  ],
});

const callFor = ({ model, gpu }: FitInput) => ({ export: "maxBatchSize", args: [model, gpu] });

export const question: Question = {
  id: "max-batch",
  points: "1",
  parts: [part],
  buildsOn: ["adam-peak"],
  feedback: {
    title: "Largest batch that fits",
    asked: "Find the largest batch whose training fits a GPU's memory.",
    expected: "a whole number of samples, 0 if none fits",
    unexplained:
      "The batch sizes do not follow from an estimate of the memory. Which part of your `adamMemory` grows with the batch, and how much of the GPU's memory does the other part leave for it?",
    readings: collectWords([part]),
  },
  publicChecks,
  shows: { largestBatches: showNumbers(largeCases.map(({ input }) => callFor(input))) },
};
