/** Task 5: FLOP of a softmax over the rows of a matrix. */

import type { OperationCosts, Step, SumConvention } from "./operations";
import { assignmentCosts, countSteps, eachElement, oncePerGroup, reduceGroup } from "./operations";
import { readMatrixShape } from "./tensor";

export type SoftmaxStage = "maximum" | "exponentials" | "sum" | "quotients";
export type SoftmaxStep = Step<SoftmaxStage>;

/** The choices that a faithful softmax leaves open. */
export interface SoftmaxOptions {
  /** Additions for the sum of n terms: n - 1 (`exact`, default) or n (`from-zero`). */
  readonly additions?: SumConvention;
  /** Comparisons for the maximum of n values, likewise; by default as many as additions. */
  readonly comparisons?: SumConvention;
  /** n divisions (default), or one reciprocal per row and n multiplications. */
  readonly division?: "per-element" | "reciprocal";
  /** The row's maximum is not subtracted (default), subtracted with free comparisons, or with each counted as 1. */
  readonly maximum?: "none" | "free" | "counted";
  /** FLOP of a division; default 4, carried over from Task 3. */
  readonly divisionCost?: bigint;
  /** FLOP of an exponential; default 40. */
  readonly expCost?: bigint;
}

/** FLOP of a row of n values: perElement * n + perRow. */
export interface SoftmaxCoefficients {
  readonly perElement: bigint;
  readonly perRow: bigint;
}

/** The algorithm for one row, line by line. */
export function listSoftmaxSteps(options: SoftmaxOptions = {}): SoftmaxStep[] {
  const additions = options.additions ?? "exact";
  const maximum: SoftmaxStep[] = [
    reduceGroup("maximum", "comparison", "maximum of the row", options.comparisons ?? additions),
    eachElement("maximum", "addition", "subtract the maximum"),
  ];
  const quotients: SoftmaxStep[] =
    options.division === "reciprocal"
      ? [
          oncePerGroup("quotients", "division", "reciprocal of the sum"),
          eachElement("quotients", "multiplication", "multiply by the reciprocal"),
        ]
      : [eachElement("quotients", "division", "divide by the sum")];
  return [
    ...((options.maximum ?? "none") === "none" ? [] : maximum),
    eachElement("exponentials", "exponential", "exponential of each value"),
    reduceGroup("sum", "addition", "sum of the exponentials", additions),
    ...quotients,
  ];
}

/** FLOP per element and per row; 45 and -1 by default (n exponentials, n - 1 additions, n divisions). */
export function softmaxCoefficients(options: SoftmaxOptions = {}): SoftmaxCoefficients {
  const count = countSteps(listSoftmaxSteps(options), softmaxCosts(options));
  return { perElement: count.perElement, perRow: count.perGroup };
}

/**
 * FLOP of exp(x_i) / sum_j exp(x_j) over each row of (b, n): b (45 n - 1) by default. The sum is shared by the row.
 * Source: notebook, Task 5; the shift by the maximum: Goodfellow et al., "Deep Learning" (2016), section 4.1.
 *
 * @param shape (b, n)
 * @throws RangeError when the shape is not two positive integers
 */
export function softmaxFlops(shape: readonly number[], options: SoftmaxOptions = {}): bigint {
  const { rows, columns } = readMatrixShape(shape);
  const { perElement, perRow } = softmaxCoefficients(options);
  return rows * (perElement * columns + perRow);
}

function softmaxCosts(options: SoftmaxOptions): OperationCosts {
  return {
    ...assignmentCosts,
    division: options.divisionCost ?? assignmentCosts.division,
    exponential: options.expCost ?? assignmentCosts.exponential,
    comparison: options.maximum === "counted" ? 1n : 0n,
  };
}
