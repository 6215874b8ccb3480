/** Estimates with something forgotten, doubled or in another unit. Each may book the input batch with the activations. */
import { isSameCount } from "../../contract/answers";
import type { RuleReading } from "../../contract/question";
import { hasAcceptedTotal, hasRightParts } from "./accepted";
import {
  addUp,
  bookings,
  type Estimate,
  type EstimateTrial,
  hasSameParts,
  isSameEstimate,
  listSizes,
} from "./estimate";
import type { AdamInput } from "./inputs";

/** An estimate from W, the bytes of the weights, and A, the activations of the batch; further, one sample's and the batch size. */
type Formula = (weights: bigint, activations: bigint, perSample: bigint, batchSize: bigint) => Estimate;

/** In all five figures, or in the total where no part is given at all. */
function isToldBy(expected: Estimate, came: Estimate): boolean {
  const isTotalAlone = hasSameParts(addUp(0n, 0n, 0n, 0n), came);
  return isTotalAlone ? isSameCount(expected.total, came.total) : isSameEstimate(expected, came);
}

function explains(formula: Formula, trials: readonly EstimateTrial[]): boolean {
  return bookings.some((booking) =>
    trials.every(({ input, answer }) => {
      const { weights, perSample, batchSize } = listSizes(input, booking);
      return isToldBy(formula(weights, batchSize * perSample, perSample, batchSize), answer);
    }),
  );
}

function misconception(
  id: string,
  credit: string,
  ...formulas: readonly Formula[]
): RuleReading<AdamInput, Estimate> {
  return {
    id,
    kind: "misconception",
    credit,
    accepts: (trials) => formulas.some((formula) => explains(formula, trials)),
  };
}

export const misconceptions: readonly RuleReading<AdamInput, Estimate>[] = [
  { id: "right-total", kind: "misconception", credit: "0.75", accepts: hasAcceptedTotal },
  // The gradients of activations, as torchinfo's "forward/backward pass size" has them.
  misconception(
    "activations-doubled",
    "0.75",
    (w, a) => addUp(w, w, 2n * w, 2n * a),
    (w, a) => addUp(w, w + a, 2n * w, a),
  ),
  { id: "right-parts", kind: "misconception", credit: "0.5", accepts: hasRightParts },
  misconception("gradients-forgotten", "0.5", (w, a) => addUp(w, 0n, 2n * w, a)),
  misconception("weights-forgotten", "0.5", (w, a) => addUp(0n, w, 2n * w, a)),
  misconception("one-moment", "0.5", (w, a) => addUp(w, w, w, a)),
  misconception("activations-forgotten", "0.5", (w) => addUp(w, w, 2n * w, 0n)),
  misconception("batch-ignored", "0.5", (w, _, perSample) => addUp(w, w, 2n * w, perSample)),
  misconception("moments-forgotten", "0.25", (w, a) => addUp(w, w, 0n, a)),
  misconception(
    "batch-of-eight",
    "0.25",
    (w, _, perSample) => addUp(w, w, 2n * w, 8n * perSample),
    (w, a) => addUp(w, w, 2n * w, 8n * a),
  ),
  misconception(
    "half-precision",
    "0.25",
    (w, a) => addUp(w / 2n, w / 2n, w, a / 2n),
    (w, a) => addUp(w / 2n, w / 2n, w, a),
    (w, a) => addUp(w / 2n, w / 2n, 2n * w, a / 2n),
  ),
  misconception(
    "double-precision",
    "0.25",
    (w, a) => addUp(2n * w, 2n * w, 4n * w, 2n * a),
    (w, a) => addUp(2n * w, 2n * w, 4n * w, a),
  ),
  misconception(
    "elements",
    "0.25",
    (w, a) => addUp(w / 4n, w / 4n, w / 2n, a / 4n),
    (w, a) => addUp(w / 4n, w / 4n, w / 2n, a),
  ),
  misconception("bits", "0.25", (w, a) => addUp(8n * w, 8n * w, 16n * w, 8n * a)),
  misconception("weights-per-sample", "0.25", (w, a, _, b) => addUp(b * w, b * w, 2n * b * w, a)),
  misconception("gradients-and-moments-forgotten", "0.1", (w, a) => addUp(w, 0n, 0n, a)),
];
