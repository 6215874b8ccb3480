/** The algorithms that compute batch normalisation in training mode, each as a list of counted operations. */

import type { OperationCosts, Step, SumConvention } from "./operations";
import { eachElement, oncePerGroup, reduceGroup } from "./operations";

export type BatchNormStage = "mean" | "variance" | "normalisation" | "affine" | "running";
export type BatchNormStep = Step<BatchNormStage>;

/** An algorithm for batch normalisation, and what of it is counted. The defaults are the definition, line by line. */
export interface BatchNormVariant {
  /**
   * Mean and variance: `two-pass` by their definition (default); `shared` keeps the centred values of the variance
   * for the normalisation; `one-pass` by E[x^2] - E[x]^2; `welford` by running updates, a division per element.
   */
  readonly statistics?: "two-pass" | "shared" | "one-pass" | "welford";
  /**
   * `divide` each element by the standard deviation (default); `reciprocal`: one division per channel, then multiply;
   * `folded`: gamma and the reciprocal become one scale, beta and the mean one shift.
   */
  readonly normalisation?: "divide" | "reciprocal" | "folded";
  /** Additions for a sum of m terms: m - 1 (`exact`, default) or m (`from-zero`). Welford's sums start at zero. */
  readonly additions?: SumConvention;
  /** Whether adding epsilon counts. Default true. */
  readonly epsilon?: boolean;
  /** Moving averages: none (default), two updates, or two with the factor m / (m - 1) for the unbiased variance. */
  readonly runningStatistics?: "none" | "biased" | "unbiased";
  /** Whether work that does not grow with the channel's size counts. Default true. */
  readonly perChannelWork?: boolean;
  /** FLOP per operation where they differ from the notebook's; a free square root is `{ squareRoot: 0n }`. */
  readonly costs?: Partial<OperationCosts>;
}

/**
 * The algorithm for one channel of m = b h w elements, line by line. Filter by stage to see what a part costs.
 * Source: Ioffe and Szegedy, "Batch Normalization" (2015), algorithm 1; Welford, "Note on a method for calculating
 * corrected sums of squares and products" (1962).
 */
export function listBatchNormSteps(variant: BatchNormVariant = {}): BatchNormStep[] {
  return [
    ...listStatisticsSteps(variant),
    ...listNormalisationSteps(variant),
    ...listAffineSteps(variant),
    ...listRunningSteps(variant),
  ];
}

function listStatisticsSteps(variant: BatchNormVariant): BatchNormStep[] {
  const convention = variant.additions ?? "exact";
  const mean: BatchNormStep[] = [
    reduceGroup("mean", "addition", "sum of the values", convention),
    oncePerGroup("mean", "division", "mean"),
  ];
  const squares: BatchNormStep[] = [
    eachElement("variance", "multiplication", "square"),
    reduceGroup("variance", "addition", "sum of the squares", convention),
    oncePerGroup("variance", "division", "mean of the squares"),
  ];
  switch (variant.statistics ?? "two-pass") {
    case "two-pass":
    case "shared":
      return [...mean, eachElement("variance", "addition", "subtract the mean"), ...squares];
    case "one-pass":
      return [
        ...mean,
        ...squares,
        oncePerGroup("variance", "multiplication", "square of the mean"),
        oncePerGroup("variance", "addition", "subtract the square of the mean"),
      ];
    case "welford":
      return listWelfordSteps();
  }
}

function listWelfordSteps(): BatchNormStep[] {
  return [
    eachElement("mean", "addition", "delta = x - mean"),
    eachElement("mean", "division", "delta / count"),
    eachElement("mean", "addition", "mean += delta / count"),
    eachElement("variance", "addition", "x - mean"),
    eachElement("variance", "multiplication", "delta * (x - mean)"),
    eachElement("variance", "addition", "sum += delta * (x - mean)"),
    oncePerGroup("variance", "division", "sum / m"),
  ];
}

function listNormalisationSteps(variant: BatchNormVariant): BatchNormStep[] {
  const method = variant.normalisation ?? "divide";
  const deviation: BatchNormStep[] = [
    ...(variant.epsilon === false
      ? []
      : [oncePerGroup("normalisation" as const, "addition", "variance + epsilon")]),
    oncePerGroup("normalisation", "squareRoot", "standard deviation"),
  ];
  const centre: BatchNormStep[] =
    variant.statistics === "shared" ? [] : [eachElement("normalisation", "addition", "subtract the mean")];
  const reciprocal: BatchNormStep = oncePerGroup("normalisation", "division", "1 / standard deviation");
  switch (method) {
    case "divide":
      return [
        ...deviation,
        ...centre,
        eachElement("normalisation", "division", "divide by the standard deviation"),
      ];
    case "reciprocal":
      return [
        ...deviation,
        reciprocal,
        ...centre,
        eachElement("normalisation", "multiplication", "multiply by the reciprocal"),
      ];
    case "folded":
      return [...deviation, reciprocal];
  }
}

function listAffineSteps(variant: BatchNormVariant): BatchNormStep[] {
  const apply: BatchNormStep[] = [
    eachElement("affine", "multiplication", "times gamma, or the folded scale"),
    eachElement("affine", "addition", "plus beta, or the folded shift"),
  ];
  if (variant.normalisation !== "folded") {
    return apply;
  }
  const scale: BatchNormStep = oncePerGroup("affine", "multiplication", "scale = gamma * reciprocal");
  const shift: BatchNormStep[] = [
    oncePerGroup("affine", "multiplication", "mean * scale"),
    oncePerGroup("affine", "addition", "shift = beta - mean * scale"),
  ];
  // Values that are centred already need no shift for the mean.
  return [scale, ...(variant.statistics === "shared" ? [] : shift), ...apply];
}

function listRunningSteps(variant: BatchNormVariant): BatchNormStep[] {
  const updates: BatchNormStep[] = [
    oncePerGroup("running", "multiplication", "weigh old and new mean and variance", 4n),
    oncePerGroup("running", "addition", "add old and new", 2n),
  ];
  switch (variant.runningStatistics ?? "none") {
    case "none":
      return [];
    case "biased":
      return updates;
    case "unbiased":
      return [oncePerGroup("running", "multiplication", "variance * m / (m - 1)"), ...updates];
  }
}
