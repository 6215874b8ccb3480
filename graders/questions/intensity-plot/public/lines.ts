/** The lines of a chart: what is read off one above each batch size, and what may stand beside another. */
import { isClose } from "../../../contract/answers";
import type { Point } from "./chart";

/** A plot is read off: points agree with a curve, and with one another, within this share. */
export const readingTolerance = 0.01;

/** Of a value, where a curve is known at its neighbours only. */
const slack = 0.02;

export interface Line {
  readonly points: readonly Point[];
  /** Above each batch size that was asked. */
  readonly values: readonly number[];
}

/** The value above each batch size; NaN where there is no point, or two that disagree. */
export function readOff(points: readonly Point[], batchSizes: readonly number[]): readonly number[] {
  return batchSizes.map((size) => {
    const [first, ...more] = points.filter(({ x }) => x === size).map(({ y }) => y);
    return first !== undefined && more.every((y) => isClose(first, y, readingTolerance)) ? first : Number.NaN;
  });
}

/**
 * Several lines are several answers, and the lowest is taken: beside it may stand one that fusing makes of it, which lies
 * above, and what is the same at every batch size, such as a GPU's ridge. Who draws every guess has none.
 */
export function standsAlone(line: Line, lines: readonly Line[], batchSizes: readonly number[]): boolean {
  const others = lines.filter((other) => other !== line && !isLevel(other));
  const further = others.filter(({ values }) =>
    values.some((value, at) => isFurther(value, line.values[at])),
  );
  return countDistinct(further) <= 1 && others.every((other) => isBeside(line, other, batchSizes));
}

/** The share of inputs that the PReLU multiplies makes no further answer; neither do points on a line. */
const isFurther = (value: number, than = Number.NaN): boolean => value > 1.05 * than;

const countDistinct = (lines: readonly Line[]): number =>
  new Set(lines.map(({ values }) => values.map((value) => value.toPrecision(3)).join())).size;

const isLevel = ({ points }: Line): boolean => new Set(points.map(({ y }) => y)).size === 1;

function isBeside(line: Line, other: Line, batchSizes: readonly number[]): boolean {
  const isAbove = other.points.every(({ x, y }) => !(y < readBetween(line, batchSizes, x)));
  const isAsked = other.points.every(({ x }) => batchSizes.includes(x));
  return isAbove && (isAsked || staysOnWay(other.points, batchSizes));
}

/** The value at any batch size, on the straight line between the asked ones: no curve that rises to a limit is lower. */
function readBetween({ values }: Line, batchSizes: readonly number[], x: number): number {
  const along = batchSizes.map((size, at) => [size, values[at] ?? Number.NaN] as const);
  const [left, leftValue] = along.filter(([size]) => size <= x).sort(([a], [b]) => b - a)[0] ?? [0, 0];
  const [right, rightValue] = along.filter(([size]) => size >= x).sort(([a], [b]) => a - b)[0] ?? [left, 0];
  return right === left ? leftValue : leftValue + ((rightValue - leftValue) * (x - left)) / (right - left);
}

/** No more up and down than the asked points, and no further at either end than in proportion to the batch size. */
export function staysOnWay(points: readonly Point[], batchSizes: readonly number[]): boolean {
  const sorted = [...points].sort((a, b) => a.x - b.x || a.y - b.y);
  const asked = sorted.filter(({ x }) => batchSizes.includes(x));
  const [first, last] = [asked[0], asked.at(-1)];
  const isWithin = ({ x, y }: Point): boolean => {
    const end = first !== undefined && x < first.x ? first : last;
    if (end === undefined || (first && x >= first.x && x <= end.x)) return true;
    const factor = (1 + slack) * Math.max(x / end.x, end.x / x);
    return y <= end.y * factor && y >= end.y / factor;
  };
  const most = Math.max(slack, 1.5 * findWiggle(asked));
  return findWiggle(sorted) <= most && sorted.every(isWithin);
}

/** How far a curve turns back on its way up, or down, as a share; 0 where it does not. */
function findWiggle(points: readonly Point[]): number {
  const values = points.map(({ y }) => y);
  return Math.min(findFall(values), findFall([...values].reverse()));
}

function findFall(values: readonly number[]): number {
  let highest = 0;
  let fall = 0;
  for (const value of values) {
    highest = Math.max(highest, value);
    if (!(value >= highest)) fall = Math.max(fall, 1 - value / highest);
  }
  return fall;
}
