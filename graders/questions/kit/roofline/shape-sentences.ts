/** What students read about the shape of a curve, computed or plotted. */

import type { ReadingSentences } from "../../../contract/question";
import { choose } from "../choice-part";

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

/** Of a curve of own counts: as a right one, or another, with or without a word about that. */
export type Shape = "usual" | "explained" | "unexplained";

export const shape = choose<Shape>(
  { id: "shape-as-it-should-be", effect: "usual" },
  {
    id: "shape-explained",
    effect: "explained",
    isOwn: true,
    byWords: true,
    says: "The shape follows from your own counts, and you say why.",
  },
  {
    id: "shape-unexplained",
    effect: "unexplained",
    isOwn: true,
    credit: "0.25",
    wantsWords: true,
    says: "This follows from your own counts, and takes a shape that no intensity has.",
    hint: "Say in explanations why it takes this shape, or see what it tells: which of your FLOP and bytes should grow with the batch, and do not?",
  },
);
