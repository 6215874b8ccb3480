/** What a student reads about the FLOP of the model. */
import type { Feedback, ReadingSentences } from "../../contract/question";
import { readings } from "./readings";

const sentences: Readonly<Record<string, ReadingSentences>> = {
  "two-per-mac": {
    says: "You count a multiplication and an addition per weight and sample, and the PReLU's multiplications.",
  },
  "exact-additions": {
    says: "You count n - 1 additions for a sum of n terms, and the PReLU's multiplications.",
  },
  "zeros-kept": {
    says: "Your PReLU multiplies inputs below zero only.",
    hint: "Which branch of the definition does an input of exactly zero take?",
  },
  "mac-as-one": {
    says: "You count a multiply-accumulate as one FLOP.",
    hint: "How many floating-point operations are a multiplication and an addition?",
  },
  "prelu-omitted": {
    says: "You count the linear layer and leave out the PReLU.",
    hint: "The slope is a parameter: which inputs does it multiply?",
  },
  "mac-as-one-prelu-omitted": {
    says: "You count one FLOP per weight and sample, and nothing for the PReLU.",
    hint: "A weight's part in a sum takes a multiplication and an addition. And which inputs does the PReLU multiply?",
  },
  "with-bias": {
    says: "You count the addition of a bias.",
    hint: "Look at the formula of the model: the linear layer has none.",
  },
  "batch-ignored": {
    says: "Your linear layer costs the same whatever the batch size.",
    hint: "Every row of the input is a sample of its own. What does the layer do with each?",
  },
  "batch-ignored-throughout": {
    says: "Your FLOP are those of one sample, whatever the batch size.",
    hint: "Every row of the input is a sample of its own. What does the model do with each?",
  },
  "sizes-added": {
    says: "You add the sizes of input and output.",
    hint: "Every output is a sum over all inputs. How many products is that for one output, and for all of them?",
  },
  "sizes-added-once": {
    says: "You add the sizes of input and output.",
    hint: "Every output is a sum over all inputs. How many products is that for one output, and for all of them?",
  },
  "prelu-only": {
    says: "You count the PReLU alone.",
    hint: "What does the linear layer compute for each output?",
  },
};

const endings: readonly (readonly [suffix: string, says: string])[] = [
  ["-own-prelu", " The PReLU's FLOP follow from your own function."],
  ["-upper-bound", " The PReLU counts as if it multiplied every input, an upper bound."],
  ["-expected", " The PReLU counts half of the inputs, as one expects of random data."],
  ["-exact-additions", " A sum of n terms counts n - 1 additions."],
];

function sayReading(id: string): ReadingSentences {
  const whole = sentences[id];
  if (whole !== undefined) return whole;
  const ending = endings.find(([suffix]) => id.endsWith(suffix));
  if (ending === undefined) throw new RangeError(`the reading "${id}" has no sentence`);
  const start = sayReading(id.slice(0, -ending[0].length));
  return { ...start, says: start.says + ending[1] };
}

export const feedback: Feedback = {
  title: "FLOP of the model",
  expected: "a whole number of FLOP",
  unexplained:
    "The FLOP do not follow from the two layers. Count the linear layer first: how many outputs are there, and how many multiplications and additions does one take? Then add your PReLU's count for the same input.",
  readings: Object.fromEntries(readings.map(({ id }) => [id, sayReading(id)])),
};
