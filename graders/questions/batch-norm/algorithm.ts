/** Choice: by which algorithm batch norm is computed; its count is alpha per element and kappa per channel. */
import {
  type BatchNormCoefficients,
  type BatchNormStep,
  type BatchNormVariant,
  batchNormAlgorithms,
  countBatchNormSteps,
  listBatchNormSteps,
} from "../../../reference/batch-norm";
import { choose } from "../kit/choice-part";

export interface PerUnit extends BatchNormCoefficients {
  /**
   * What else people count per channel (square root, epsilon, running statistics, m or m - 1 additions), from the
   * least to the most.
   */
  readonly range: readonly [least: bigint, most: bigint];
}

const most = 40n;
/** From two sums of m - 1 additions each, and nothing else per channel. */
export const anything = [-2n, most] as const;
/** Forms that multiply each element cannot do without a division per channel, for its reciprocal. */
const withReciprocal = [8n, most] as const;

/** What the steps of an algorithm come to, or what a slip makes of them. */
export function countPerUnit(
  variant: BatchNormVariant,
  range: PerUnit["range"],
  slip: (steps: readonly BatchNormStep[]) => readonly BatchNormStep[] = (steps) => steps,
): PerUnit {
  return { ...countBatchNormSteps(slip(listBatchNormSteps(variant)), variant.costs), range };
}

export const literal = countPerUnit(batchNormAlgorithms.literal, anything);
export const shared = countPerUnit(batchNormAlgorithms.shared, anything);
export const welford = countPerUnit(batchNormAlgorithms.welford, anything);
export const welfordReciprocal = countPerUnit(batchNormAlgorithms.welfordReciprocal, anything);

export const algorithm = choose<PerUnit>(
  { id: "every-line", effect: literal },
  {
    id: "shared-or-one-pass",
    effect: shared,
    says: "Right: this is the count with a subtraction per element saved, by keeping the centred values or by a one-pass variance.",
  },
  {
    id: "reciprocal",
    effect: countPerUnit(batchNormAlgorithms.reciprocal, withReciprocal),
    says: "Right: this is the count with one division per channel and each element multiplied by the reciprocal.",
  },
  {
    id: "reciprocal-shared-or-one-pass",
    effect: countPerUnit(batchNormAlgorithms.sharedReciprocal, withReciprocal),
    says: "Right: this is the count with one division per channel, a multiplication per element, and one pass over the elements saved.",
  },
  {
    id: "folded",
    effect: countPerUnit(batchNormAlgorithms.folded, withReciprocal),
    says: "Right: this is the count with normalisation, gamma and beta folded into one scale and one shift per channel.",
  },
  {
    id: "folded-one-pass",
    effect: countPerUnit(batchNormAlgorithms.onePassFolded, withReciprocal),
    says: "Right: this is the count with a one-pass variance, and one scale and one shift per channel.",
  },
  {
    id: "welford",
    effect: welford,
    says: "Right: this is the count of Welford's running mean and variance.",
  },
  {
    id: "welford-reciprocal",
    effect: welfordReciprocal,
    says: "Right: this is the count of Welford's running mean and variance, then one division per channel.",
  },
);
