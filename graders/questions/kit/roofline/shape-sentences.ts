/** What students read about the shape of a curve, computed or plotted. */
import type { ReadingSentences } from "../../../contract/question";

export const upsideDown: ReadingSentences = {
  says: "Your curve is the bytes divided by the FLOP.",
  hint: "The intensity is in FLOP per byte: which of the two stands above the fraction bar?",
};

export const shapeSentences = {
  flat: {
    says: "Your curve is flat: the intensity hardly changes with the batch size.",
    hint: "Some bytes are moved once, however large the batch is. Are they in your sum, and only once?",
  },
  proportional: {
    says: "Your intensity grows in step with the batch size.",
    hint: "More samples bring more FLOP. Do they bring more bytes as well?",
  },
  falling: {
    says: "Your intensity falls as the batch grows.",
    hint: "All samples share the weights. Check which of FLOP and bytes is divided by which, and that both belong to the whole batch.",
  },
} as const satisfies Readonly<Record<string, ReadingSentences>>;
