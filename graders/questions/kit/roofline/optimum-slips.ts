/** What people answer instead of the smallest compute-bound batch. */
import { fractionToNumber } from "../../../../reference/fraction";
import { ridgePoint } from "../../../../reference/roofline";
import type { RuleReading, Trial } from "../../../contract/question";
import { intensityConventions } from "./conventions";
import { findOptimum } from "./known-answers";
import type { OptimumInput } from "./optimum-cases";
import { type OptimumAnswer, place } from "./optimum-window";

export type OptimumTrial = Trial<OptimumInput, OptimumAnswer>;
type OptimumSlip = RuleReading<OptimumInput, OptimumAnswer>;

/** A right optimum and the answer to it, "none" at infinity. */
interface Pair {
  readonly right: number;
  readonly came: number;
}

export function listOptimumSlips(fused: boolean): readonly OptimumSlip[] {
  return [
    misread("off-by-one", "0.5", (trials) => followConvention(trials, fused, areOffByOne)),
    misread("power-of-two", "0.5", (trials) => followConvention(trials, fused, arePowersOfTwo)),
    misread("search-too-short", "0.5", (trials) => followConvention(trials, fused, isSearchTooShort)),
    misread("not-rounded", "0.75", (trials) => followConvention(trials, fused, areNotRounded)),
    misread("ridge-as-batch", "0.25", (trials) => trials.every(isRidge)),
    misread("one-sample", "0", (trials) => trials.every(({ answer }) => place(answer) === 1)),
    misread("never", "0", (trials) => trials.every(({ answer }) => answer === null)),
    ...(fused
      ? [misread("unfused-optimum", "0", (trials) => followConvention(trials, false, areRight))]
      : []),
  ];
}

function misread(
  id: string,
  credit: string,
  accepts: (trials: readonly OptimumTrial[]) => boolean,
): OptimumSlip {
  return { id, kind: "misconception", credit, accepts };
}

/** Whether, under one accepted way of counting, all answers are wrong in one way. */
function followConvention(
  trials: readonly OptimumTrial[],
  fused: boolean,
  areWrong: (pairs: readonly Pair[]) => boolean,
): boolean {
  return intensityConventions.some(({ options }) =>
    areWrong(
      trials.map(({ input, answer }) => ({
        right: place(findOptimum(input, { ...options, fused })),
        came: place(answer),
      })),
    ),
  );
}

function areRight(pairs: readonly Pair[]): boolean {
  return pairs.every(({ right, came }) => came === right);
}

/** The last batch that is memory bound, or the second one that is compute bound; the first batch may be spared. */
function areOffByOne(pairs: readonly Pair[]): boolean {
  return [-1, 1].some((step) =>
    pairs.every(({ right, came }) => came === right + step || (right === 1 && came === right)),
  );
}

/** The quotient that solves the inequality as an equation: the right batch once rounded up, with the slack of doubles. */
function areNotRounded(pairs: readonly Pair[]): boolean {
  const isQuotient = ({ right, came }: Pair) =>
    came === right || (came > 0 && Math.ceil(came * (1 - 1e-9)) === right);
  return pairs.every(isQuotient) && pairs.some(({ came }) => came % 1 !== 0 && Number.isFinite(came));
}

/** The next power of two; a search among them may also end too early. */
function arePowersOfTwo(pairs: readonly Pair[]): boolean {
  const powers = pairs.map(({ right, came }) => ({ right: 2 ** Math.ceil(Math.log2(right)), came }));
  return areRight(powers) || isSearchTooShort(powers);
}

/** Right up to some batch size, and "none" where more is needed. */
function isSearchTooShort(pairs: readonly Pair[]): boolean {
  const isNone = ({ came }: Pair) => came === Number.POSITIVE_INFINITY;
  const found = pairs.filter((pair) => !isNone(pair));
  const largest = Math.max(...found.map(({ right }) => right));
  return found.length > 0 && areRight(found) && pairs.filter(isNone).every(({ right }) => right > largest);
}

/** The ridge itself, rounded in any way: as if the intensity were the batch size. */
function isRidge({ input, answer }: OptimumTrial): boolean {
  return Math.abs(place(answer) - fractionToNumber(ridgePoint(input.gpu))) < 1;
}
