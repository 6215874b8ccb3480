/** Choices on what becomes of the quotient: how it is rounded, and what stands where nothing fits. */
import type { Option } from "../../contract/choice";
import { choose } from "../kit/choice-part";

/** From the least to the most that give an answer. */
export interface Range {
  readonly least: number;
  readonly most: number;
}

export interface Rounding {
  round(samples: number): number;
  /** The quotients below it leave not one sample. */
  readonly one: number;
  /** The quotients that are rounded so; `undefined` for none. */
  unround(answer: number): Range | undefined;
}

/** For roundings to whole numbers: the quotients lie so far below and above the answer. */
const toWhole = (round: (samples: number) => number, below: number, above: number): Rounding => ({
  round,
  one: 1 - below,
  unround: (answer) =>
    Number.isInteger(answer) ? { least: answer - below, most: answer + above } : undefined,
});

/** The largest multiple that fits, as kernels of GPUs like them. */
const toMultiple = (of: number): Option<Rounding> => ({
  id: `multiple-of-${of}`,
  effect: {
    round: (samples) => of * Math.floor(samples / of),
    one: of,
    unround: (answer) => (Number.isInteger(answer / of) ? { least: answer, most: answer + of } : undefined),
  },
  credit: "0.75",
  says: `You take the largest multiple of ${of} that fits.`,
  hint: largerFits,
  source: "Dimensions that are multiples of 8 use tensor cores: NVIDIA, Deep Learning Performance Guide",
});

const largerFits = "A fine choice in practice, but larger batches fit, too. Which is the largest?";
const putBack = "Put your batch size back into `adamMemory`: does it fit?";

export const rounding = choose<Rounding>(
  { id: "rounded-down", effect: toWhole(Math.floor, 0, 1) },
  {
    id: "cut-off",
    effect: {
      round: Math.trunc,
      one: 1,
      unround: (answer) =>
        Number.isInteger(answer)
          ? { least: answer > 0 ? answer : answer - 1, most: answer < 0 ? answer : answer + 1 }
          : undefined,
    },
    says: "Right; you cut the fraction off.",
  },
  {
    id: "power-of-two",
    effect: {
      round: (samples) => (samples < 1 ? 0 : 2 ** Math.floor(Math.log2(samples))),
      one: 1,
      unround: (answer) => {
        if (answer === 0) return { least: Number.NEGATIVE_INFINITY, most: 1 };
        return Number.isInteger(Math.log2(answer)) ? { least: answer, most: 2 * answer } : undefined;
      },
    },
    credit: "0.75",
    says: "You take the largest power of two that fits.",
    hint: largerFits,
  },
  ...[2, 4, 8, 16, 32].map(toMultiple),
  {
    id: "not-rounded",
    effect: {
      round: (samples) => samples,
      one: 1,
      unround: (answer) => {
        const slack = 1e-9 * Math.abs(answer);
        return { least: answer - slack, most: answer + slack };
      },
    },
    credit: "0.75",
    says: "You do not round, but a batch is a whole number of samples.",
    hint: "Which whole number fits?",
  },
  {
    id: "strictly-below",
    effect: toWhole((samples) => Math.ceil(samples) - 1, 0, 1),
    credit: "0.75",
    says: "You leave out a batch that fills the memory exactly.",
    hint: "Does a batch fit that needs as many bytes as there are?",
  },
  {
    id: "rounded-up",
    effect: toWhole(Math.ceil, 1, 0),
    credit: "0.5",
    says: "You round up.",
    hint: putBack,
  },
  {
    id: "rounded-to-nearest",
    effect: toWhole(Math.round, 0.5, 0.5),
    credit: "0.5",
    says: "You round to the nearest whole number.",
    hint: putBack,
  },
  {
    id: "one-too-few",
    effect: {
      round: (samples) => Math.floor(samples) - 1,
      one: 2,
      unround: (answer) => (Number.isInteger(answer) ? { least: answer + 1, most: answer + 2 } : undefined),
    },
    credit: "0.75",
    says: "Your batches are one sample too small: one more would still fit.",
    hint: "Do you keep its room free for what else lives on a GPU? Then say so in your explanation.",
    wantsWords: true,
  },
  {
    id: "one-too-many",
    effect: toWhole((samples) => Math.floor(samples) + 1, 1, 0),
    credit: "0.5",
    says: "Your batches are one sample too large.",
    hint: putBack,
  },
);
