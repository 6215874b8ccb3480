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

/** One of the algorithms in use, by name. */
export interface BatchNormAlgorithm {
  readonly id: string;
  readonly says: string;
  readonly variant: BatchNormVariant;
}

/**
 * The algorithms that people and libraries use. Spread a `variant` to change what is counted:
 * `{ ...algorithm.variant, additions: "from-zero" }`.
 */
export const batchNormAlgorithms: readonly BatchNormAlgorithm[] = [
  {
    id: "literal",
    says: "the definition, every line evaluated as written",
    variant: { statistics: "two-pass", normalisation: "divide" },
  },
  {
    id: "shared",
    says: "the centred values of the variance are kept for the normalisation",
    variant: { statistics: "shared", normalisation: "divide" },
  },
  {
    id: "one-pass",
    says: "the variance is E[x^2] - E[x]^2",
    variant: { statistics: "one-pass", normalisation: "divide" },
  },
  {
    id: "reciprocal",
    says: "one division per channel, then multiplications",
    variant: { statistics: "two-pass", normalisation: "reciprocal" },
  },
  {
    id: "shared-reciprocal",
    says: "kept centred values and one division per channel",
    variant: { statistics: "shared", normalisation: "reciprocal" },
  },
  {
    id: "one-pass-reciprocal",
    says: "one-pass variance and one division per channel",
    variant: { statistics: "one-pass", normalisation: "reciprocal" },
  },
  {
    id: "folded",
    says: "normalisation and affine part are one scale and one shift per channel",
    variant: { statistics: "two-pass", normalisation: "folded" },
  },
  {
    id: "shared-folded",
    says: "kept centred values, and one scale per channel",
    variant: { statistics: "shared", normalisation: "folded" },
  },
  {
    id: "one-pass-folded",
    says: "one-pass variance, and one scale and one shift per channel",
    variant: { statistics: "one-pass", normalisation: "folded" },
  },
  {
    id: "welford",
    says: "Welford's running mean and sum of squares, then the definition",
    variant: { statistics: "welford", normalisation: "divide" },
  },
  {
    id: "welford-reciprocal",
    says: "Welford's running mean and sum of squares, then one division per channel",
    variant: { statistics: "welford", normalisation: "reciprocal" },
  },
];

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
