/** What students read about their intensity curve, unfused or fused. */
import type { ReadingSentences } from "../../../contract/question";
import { sayConventions } from "./conventions";

const shapes: Readonly<Record<string, ReadingSentences>> = {
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
};

const sentences: Readonly<Record<string, ReadingSentences>> = {
  "drawn-data": {
    says: "Your curve follows from the definition, with the inputs' signs as your program chose or drew them.",
  },
  "own-counts": {
    says: "Your curve is exactly what follows from your own FLOP and bytes. Does its shape make sense to you?",
  },
  "mac-as-one": {
    says: "You count a multiply-accumulate as one FLOP.",
    hint: "How many floating-point operations are a multiplication and an addition?",
  },
  "per-element": {
    says: "Your intensity is in FLOP per element.",
    hint: "The curve is in FLOP per byte: how many bytes does one fp32 number take?",
  },
  ...shapes,
};

export function sayCurve(fused: boolean): Record<string, ReadingSentences> {
  const own: Record<string, ReadingSentences> = fused
    ? {
        "unfused-intensity": {
          says: "Your curve is that of the unfused model.",
          hint: "Does fusing change the FLOP, the bytes, or both? What does that do to the intensity?",
        },
      }
    : {
        "intermediate-left-out": {
          says: "Your curve leaves out the traffic of the tensor between the layers.",
          hint: "That is what fusing would give. As two layers, what does the first one do with its result, and where does the second one get it?",
        },
      };
  return { ...sayConventions("This follows from the definition"), ...sentences, ...own };
}

/** Sentences on shapes alone, for a plot. */
export const shapeSentences = shapes;
