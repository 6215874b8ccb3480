/** Task 6: the peak of a recorded forward pass, and the activations in it. */
import type { Effects } from "../../contract/choice";
import type { Question } from "../../contract/question";
import {
  type Amount,
  amountTolerance,
  areAmountsAlike,
  isSameAmount,
  listHidden,
  probeAmount,
  readAmountField,
} from "../kit/amount";
import { collectWords, makeChoicePart } from "../kit/choice-part";
import { counted, ownAnswer } from "./activations";
import { listCases } from "./inputs";
import type { Events } from "./measures";
import { figure, held } from "./peak";
import { publicChecks } from "./public-checks";
import { shares, tell } from "./shares";
import { listPeaksOfTraining } from "./training";

const common = {
  points: "1",
  export: "forwardMemory",
  cases: listCases,
  args: (events: Events) => [events],
  inputOf: (args: readonly unknown[]) => args[0] as Events,
  isSame: isSameAmount,
  areAlike: areAmountsAlike,
  probe: probeAmount,
  probeTolerance: amountTolerance,
};

const parts = [
  makeChoicePart({
    ...common,
    id: "peak",
    read: (value) => readAmountField(value, "peakBytes"),
    reference: { id: "running-total", says: "This is the most memory in use at any one time." },
    choices: { held, figure, ...shares },
    answer: (events, effects) => tell(Number(effects.figure(effects.held(events))), events, effects),
    mayMean: (picks, events, answer) => mayBePeakOfTraining(picks, events, answer),
    exceptions: [
      {
        when: { held: "pass-alone", figure: "frees-ignored" },
        credit: "0.25",
        because: "who adds up without taking off misses the running total, whatever is in it",
      },
    ],
    collisions: [
      ...listHidden({ held, figure, ...shares }),
      {
        answered: { held: "pass-alone", figure: "end-of-pass" },
        because: "what is left is kept activations",
      },
      ...figure.slice(1).map(({ id }) => ({
        answered: { held: "kept-activations-alone", figure: id },
        because: "kept activations are never freed, so that their peak is their end and their sum",
      })),
    ],
  }),
  makeChoicePart({
    ...common,
    id: "activations",
    consults: (events) => ({ [ownAnswer]: { export: "forwardMemory", args: [events], part: "peak" } }),
    read: (value) => readAmountField(value, "activationBytes"),
    reference: {
      id: "all-but-parameters-and-input",
      says: "The peak without parameters and input: all that the pass itself holds.",
    },
    choices: { counted, ...shares },
    answer: (events, effects, earlier) => {
      const bytes = effects.counted(events, earlier, effects.unit.bytes);
      return bytes === undefined ? undefined : tell(bytes, events, effects);
    },
    collisions: [
      ...listHidden({ counted, ...shares }),
      ...["leaf-outputs-doubled", "leaf-outputs-doubled-allocated"].map((doubled) => ({
        answered: { counted: doubled, samples: "one-of-eight" },
        because: "an eighth of twice the bytes is their number of elements",
      })),
    ],
  }),
] as const;

function mayBePeakOfTraining(
  picks: Readonly<Record<string, string>>,
  events: Events,
  answer: Amount,
): boolean {
  const told = Object.fromEntries(
    Object.entries(shares).map(([name, options]) => [
      name,
      (options.find(({ id }) => id === picks[name]) ?? options[0]).effect,
    ]),
  ) as Effects<typeof shares>;
  return listPeaksOfTraining(events, picks).some((bytes) =>
    isSameAmount(tell(Number(bytes), events, told), answer),
  );
}

export const question: Question = {
  id: "forward-profile",
  points: "2",
  parts,
  feedback: {
    title: "Profile of a forward pass",
    asked:
      "Read from a recorded forward pass how much memory is in use at its peak, and how much of it the activations take.",
    expected: "an object { peakBytes, activationBytes } of two numbers of bytes",
    fields: ["peakBytes", "activationBytes"],
    unexplained:
      "The peak does not follow from the events. Draw the memory in use after each event of a short list on paper: where is it highest, and what is in use at that moment?",
    parts: {
      activations: {
        unexplained:
          "The bytes of the activations do not follow from the events. Go to the moment at which most memory is in use: what of it is neither a parameter nor the input?",
      },
    },
    readings: collectWords(parts),
  },
  publicChecks,
};
