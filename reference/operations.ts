/** What one scalar operation costs, and how an algorithm is written down as a list of counted operations. */

/** A scalar operation; a subtraction is an addition. */
export type Operation =
  | "addition"
  | "multiplication"
  | "division"
  | "squareRoot"
  | "exponential"
  | "comparison";

/** FLOP per operation. */
export type OperationCosts = Readonly<Record<Operation, bigint>>;

/**
 * The costs the notebook states: a division is 4 (Task 3), comparisons are free (Task 4), an exponential is 40
 * (Task 5). It is silent on the square root, which counts 1 here.
 */
export const assignmentCosts: OperationCosts = {
  addition: 1n,
  multiplication: 1n,
  division: 4n,
  squareRoot: 1n,
  exponential: 40n,
  comparison: 0n,
};

/**
 * How many operations it takes to reduce n terms to one: `exact` starts at the first term (n - 1 operations),
 * `from-zero` starts at the neutral element as a loop does (n operations).
 */
export type SumConvention = "exact" | "from-zero";

/** A count that is affine in the number n of elements of a group (a channel, a row): perElement * n + perGroup. */
export interface AffineCount {
  readonly perElement: bigint;
  readonly perGroup: bigint;
}

/** One line of an algorithm: an operation that is repeated perElement * n + perGroup times in each group. */
export interface Step<Stage extends string> extends AffineCount {
  readonly stage: Stage;
  readonly says: string;
  readonly operation: Operation;
}

/** A step carried out `times` times for every element of a group. */
export function eachElement<Stage extends string>(
  stage: Stage,
  operation: Operation,
  says: string,
  times = 1n,
): Step<Stage> {
  return { stage, operation, says, perElement: times, perGroup: 0n };
}

/** A step carried out `times` times per group, whatever its size. */
export function oncePerGroup<Stage extends string>(
  stage: Stage,
  operation: Operation,
  says: string,
  times = 1n,
): Step<Stage> {
  return { stage, operation, says, perElement: 0n, perGroup: times };
}

/** The reduction of a group's n values to one: n - 1 or n operations, by convention. */
export function reduceGroup<Stage extends string>(
  stage: Stage,
  operation: Operation,
  says: string,
  convention: SumConvention,
): Step<Stage> {
  return { stage, operation, says, perElement: 1n, perGroup: convention === "exact" ? -1n : 0n };
}

/** Adds up the FLOP of some steps, in FLOP per element and FLOP per group. */
export function countSteps(steps: readonly Step<string>[], costs: OperationCosts): AffineCount {
  return steps.reduce(
    (total, step) => ({
      perElement: total.perElement + step.perElement * costs[step.operation],
      perGroup: total.perGroup + step.perGroup * costs[step.operation],
    }),
    { perElement: 0n, perGroup: 0n },
  );
}
