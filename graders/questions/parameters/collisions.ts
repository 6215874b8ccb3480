/** Pairs of slips that no model can tell from one of them. */
import type { Collision, Picks } from "../../contract/choice";

const pairs: readonly Picks[] = [
  { grn: "v1-count", biases: "depthwise-biases-forgotten" },
  { grn: "narrow-grn", biases: "depthwise-biases-forgotten" },
  { grn: "narrow-grn", norms: "block-norms-forgotten" },
  { grn: "half-of-grn-forgotten", norms: "block-norms-forgotten" },
  { norms: "some-norms-forgotten", head: "classifier-forgotten" },
  { grn: "grn-forgotten", norms: "norms-forgotten" },
  { biases: "biases-forgotten", layers: "conv-and-linear-only" },
  { biases: "all-biases-forgotten", layers: "conv-and-linear-only" },
];

export const sameCounts: readonly Collision[] = pairs.map((answered) => ({
  answered,
  because: "together they leave out what one slip does, whatever the model",
}));
