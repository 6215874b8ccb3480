/** What students read about the optimal batch, unfused or fused. */
import type { ReadingSentences } from "../../../contract/question";
import { sayConventions } from "./conventions";

const reasonHint =
  "Say why in explanations: does your model ever become compute bound on this GPU, and if not, what do larger batches still gain?";

const sentences: Readonly<Record<string, ReadingSentences>> = {
  "drawn-data": {
    says: "This is the smallest compute-bound batch, with the inputs' signs as your program chose or drew them.",
  },
  "own-counts": { says: "This is the smallest compute-bound batch by your own FLOP and bytes." },
  "largest-plotted": { says: "You take the largest batch of the plot, and give a reason." },
  "memory-limit": { says: "You take the largest batch that fits into the GPU's memory, and give a reason." },
  knee: { says: "You take the batch at the knee of the curve, and give a reason." },
  "largest-plotted-without-reason": { says: "You take the largest batch of the plot.", hint: reasonHint },
  "memory-limit-without-reason": {
    says: "You take the largest batch that fits into the GPU's memory.",
    hint: reasonHint,
  },
  "knee-without-reason": { says: "You take a batch at the knee of the curve.", hint: reasonHint },
  "off-by-one": {
    says: "Your batch is one beside the smallest compute-bound one.",
    hint: "Put your batch, and the ones before and after it, back into the intensity: which is the first to reach the ridge point?",
  },
  "not-rounded": {
    says: "You give the batch at which intensity and ridge point would be equal, with its fraction.",
    hint: "A batch is a whole number of samples: which is the first to be compute bound?",
  },
  "power-of-two": {
    says: "You search among powers of two.",
    hint: "The question asks for the smallest batch. Is there a smaller one in between that is compute bound already?",
  },
  "search-too-short": {
    says: "Your search ends before it reaches the larger optima.",
    hint: "How do you know that no batch is compute bound? Solve the inequality between intensity and ridge point for the batch size.",
  },
  "ridge-as-batch": {
    says: "You take the ridge point for the batch size.",
    hint: "The intensity of a layer is close to the batch size only when the layer is huge. What is it here?",
  },
  "one-sample": {
    says: "You answer one sample throughout.",
    hint: "How does the intensity change with the batch size, and where is the ridge point?",
  },
  never: {
    says: "You answer that no batch is ever compute bound, whatever the model and the GPU.",
    hint: "That is so for the notebook's model on common GPUs. What would another ridge point, or a larger layer, change?",
  },
};

export function sayOptimum(fused: boolean): Record<string, ReadingSentences> {
  const own: Record<string, ReadingSentences> = fused
    ? {
        "unfused-optimum": {
          says: "Your batches are those of the unfused model.",
          hint: "Fusing changes the bytes, and with them the intensity. Where does the new curve meet the ridge point?",
        },
      }
    : {};
  return { ...sayConventions("This is the smallest compute-bound batch"), ...sentences, ...own };
}
