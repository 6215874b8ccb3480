/** Answers that look at the ridge alone, or at nothing. */
import { fractionToNumber } from "../../../../reference/fraction";
import { ridgePoint } from "../../../../reference/roofline";
import type { ReadingSentences, RuleReading, Trial } from "../../../contract/question";
import type { OptimumInput } from "./optimum-cases";
import { type OptimumAnswer, place } from "./optimum-window";

export type OptimumTrial = Trial<OptimumInput, OptimumAnswer>;
export type OptimumRule = RuleReading<OptimumInput, OptimumAnswer> & ReadingSentences;

export const optimumRules: readonly OptimumRule[] = [
  {
    id: "ridge-as-batch",
    kind: "misconception",
    credit: "0.25",
    says: "You take the ridge point for the batch size.",
    hint: "The intensity of a layer is close to the batch size only when the layer is huge. What is it here?",
    by: "rule",
    accepts: (trials) => trials.every(isRidge),
  },
  {
    id: "one-sample",
    kind: "misconception",
    credit: "0",
    says: "You answer one sample throughout.",
    hint: "How does the intensity change with the batch size, and where is the ridge point?",
    by: "rule",
    accepts: (trials) => trials.every(({ answer }) => place(answer) === 1),
  },
  {
    id: "never",
    kind: "misconception",
    credit: "0",
    says: "You answer that no batch is ever compute bound, whatever the model and the GPU.",
    hint: "That is so for the notebook's model on common GPUs. What would another ridge point, or a larger layer, change?",
    by: "rule",
    accepts: (trials) => trials.every(({ answer }) => answer === null),
  },
];

/** The ridge itself, rounded in any way: as if the intensity were the batch size. */
function isRidge({ input, answer }: OptimumTrial): boolean {
  return Math.abs(place(answer) - fractionToNumber(ridgePoint(input.gpu))) < 1;
}
