/** Task 3: FLOP of BatchNorm2d in training mode, for the algorithms that compute it. */

import type { BatchNormStep, BatchNormVariant } from "./batch-norm-steps";
import { listBatchNormSteps } from "./batch-norm-steps";
import type { OperationCosts } from "./operations";
import { assignmentCosts, countSteps } from "./operations";
import { readImageBatchShape } from "./tensor";

export type { BatchNormStage, BatchNormStep, BatchNormVariant } from "./batch-norm-steps";
export { listBatchNormSteps } from "./batch-norm-steps";

/** FLOP = perElement * N + perChannel * c, with N = b c h w. */
export interface BatchNormCoefficients {
  readonly perElement: bigint;
  readonly perChannel: bigint;
}

/**
 * The algorithms that people and libraries use. Spread one to change what is counted:
 * `{ ...batchNormAlgorithms.literal, additions: "from-zero" }`.
 */
export const batchNormAlgorithms = {
  /** The definition, every line evaluated as written. */
  literal: { statistics: "two-pass", normalisation: "divide" },
  /** The centred values of the variance are kept for the normalisation. */
  shared: { statistics: "shared", normalisation: "divide" },
  /** The variance is E[x^2] - E[x]^2. */
  onePass: { statistics: "one-pass", normalisation: "divide" },
  /** One division per channel, then multiplications. */
  reciprocal: { statistics: "two-pass", normalisation: "reciprocal" },
  sharedReciprocal: { statistics: "shared", normalisation: "reciprocal" },
  onePassReciprocal: { statistics: "one-pass", normalisation: "reciprocal" },
  /** Normalisation and affine part are one scale and one shift per channel. */
  folded: { statistics: "two-pass", normalisation: "folded" },
  /** Centred values need the scale alone. */
  sharedFolded: { statistics: "shared", normalisation: "folded" },
  onePassFolded: { statistics: "one-pass", normalisation: "folded" },
  /** Running mean and sum of squares, then the definition. */
  welford: { statistics: "welford", normalisation: "divide" },
  welfordReciprocal: { statistics: "welford", normalisation: "reciprocal" },
} as const satisfies Readonly<Record<string, BatchNormVariant>>;

/** FLOP per element and per channel of some steps. */
export function countBatchNormSteps(
  steps: readonly BatchNormStep[],
  costs: Partial<OperationCosts> = {},
): BatchNormCoefficients {
  const count = countSteps(steps, { ...assignmentCosts, ...costs });
  return { perElement: count.perElement, perChannel: count.perGroup };
}

/** FLOP per element and per channel of a variant; 11 and 8 by default. */
export function batchNormCoefficients(variant: BatchNormVariant = {}): BatchNormCoefficients {
  const count = countBatchNormSteps(listBatchNormSteps(variant), variant.costs);
  return variant.perChannelWork === false ? { ...count, perChannel: 0n } : count;
}

/**
 * FLOP of the forward pass of BatchNorm2d in training mode: 11 N + 8 c by default, the definition evaluated as written
 * with a division of 4. The backward pass is not counted.
 * Source: notebook, Task 3; Ioffe and Szegedy (2015), algorithm 1, statistics over batch and pixels (section 3.2).
 *
 * @param shape (b, c, h, w); taken as sizes and not as a tensor, so it may be larger than memory
 * @throws RangeError when the shape is not four positive integers
 */
export function batchNormFlops(shape: readonly number[], variant: BatchNormVariant = {}): bigint {
  return evaluateBatchNorm(shape, batchNormCoefficients(variant));
}

/**
 * perElement * N + perChannel * c for given coefficients.
 *
 * @param shape (b, c, h, w)
 * @throws RangeError when the shape is not four positive integers
 */
export function evaluateBatchNorm(shape: readonly number[], coefficients: BatchNormCoefficients): bigint {
  const { batch, channels, height, width } = readImageBatchShape(shape);
  const elementsPerChannel = batch * height * width;
  return channels * (coefficients.perElement * elementsPerChannel + coefficients.perChannel);
}
