/** What students read about memory and compute bound, unfused or fused. */
import type { ReadingSentences } from "../../../contract/question";

const compareHint = "Which two numbers, both in FLOP per byte, does the roofline model compare?";

const sentences: Readonly<Record<string, ReadingSentences>> = {
  "intensity-against-ridge": {
    says: "You compare the arithmetic intensity with the ridge point of the GPU.",
  },
  "own-intensity": {
    says: "You compare the intensity that follows from your own FLOP and bytes with the ridge point of the GPU.",
  },
  "single-sample": {
    says: "Your answer is that for a single sample, whatever the batch size.",
    hint: "How does the intensity change as more samples share the weights?",
  },
  reversed: {
    says: "You compare the right numbers the wrong way round.",
    hint: "Few FLOP for every byte: what does the GPU wait for?",
  },
  "own-reversed": {
    says: "You compare your own intensity with the ridge point the wrong way round.",
    hint: "Few FLOP for every byte: what does the GPU wait for?",
  },
  "always-memory": {
    says: "Your answer came out as memory bound for every model, batch and GPU that was tried.",
    hint: `On a real GPU the notebook's model is, but another model or device can be compute bound. ${compareHint}`,
  },
  "always-compute": {
    says: "Your answer came out as compute bound for every model, batch and GPU that was tried.",
    hint: compareHint,
  },
  "gpu-ignored": {
    says: "You compare FLOP with bytes and leave out the GPU.",
    hint: "How many FLOP can this GPU do in the time it takes to move one byte?",
  },
  "ridge-inverted": {
    says: "You compare the intensity with bandwidth divided by peak.",
    hint: "Look at the units: which quotient of peak and bandwidth is in FLOP per byte?",
  },
  "intensity-inverted": {
    says: "You compare bytes per FLOP with the ridge point.",
    hint: "Look at the units: the ridge point is in FLOP per byte.",
  },
};

export function sayBound(fused: boolean): Record<string, ReadingSentences> {
  if (!fused) return { ...sentences };
  return {
    ...sentences,
    "unfused-intensity": {
      says: "Your answers are those of the unfused model.",
      hint: "Does fusing change the FLOP, the bytes, or both? What does that do to the intensity?",
    },
  };
}
