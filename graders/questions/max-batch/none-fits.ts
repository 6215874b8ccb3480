/** Choice: what stands where not one sample fits. */
import { choose } from "../kit/choice-part";
import { type NoneForm, otherForm, takenForNumber } from "../kit/none";

/** What is told in place of a number of samples. */
export type NoSample = NoneForm | -1;

export interface NoneFits {
  /** The least batch that is ever returned; nothing is raised to minus infinity. */
  readonly least: number;
  /** Told instead of what is less than one sample. */
  readonly told?: NoSample;
}

const tell = (told: NoSample): NoneFits => ({ least: 0, told });

export const noneFits = choose<NoneFits>(
  { id: "zero-where-none-fits", effect: { least: 0 } },
  {
    id: "negative",
    effect: { least: Number.NEGATIVE_INFINITY },
    credit: "0.75",
    says: "Where nothing fits, your batch sizes are negative.",
    hint: "What is the largest batch on a GPU that cannot even hold the weights?",
  },
  {
    id: "at-least-one",
    effect: { least: 1 },
    credit: "0.75",
    says: "You return 1 even where not one sample fits.",
    hint: "What should somebody be told whose GPU is too small?",
  },
  {
    id: "nothing-where-none-fits",
    effect: tell("nothing"),
    says: "Where not one sample fits, you return nothing that is a number.",
    ...otherForm,
  },
  {
    id: "word-where-none-fits",
    effect: tell("word"),
    says: "Where not one sample fits, you return a word.",
    ...otherForm,
  },
  {
    id: "error-where-none-fits",
    effect: tell("error"),
    says: "Where not one sample fits, you stop with an error.",
    ...otherForm,
  },
  {
    id: "minus-one-where-none-fits",
    effect: tell(-1),
    says: "Where not one sample fits, you return -1.",
    hint: "How many samples fit where not even the weights do?",
    ...takenForNumber,
  },
);
