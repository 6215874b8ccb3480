/** Points at batch sizes that nobody asked for: they must be points of the same curve. */
import { type CurveAnswer, isSameCurve } from "../kit/roofline/curve-answer";
import type { Point } from "./chart";

/** What a curve is expected to be at some batch sizes, where that is known. */
export type CurveAt = (batchSizes: readonly number[]) => CurveAnswer | undefined;

/** Of a value, where a curve is known at its neighbours only. */
const slack = 0.02;

/** @param expectAt left out where only the asked values are known: then nothing leaves the way of their curve */
export function followsCurve(
  points: readonly Point[],
  batchSizes: readonly number[],
  expectAt: CurveAt | undefined,
): boolean {
  const more = points.filter(({ x }) => !batchSizes.includes(x));
  if (more.length === 0) return true;
  if (expectAt === undefined) return staysOnWay(points, batchSizes);
  const expected = expectAt(more.map(({ x }) => x));
  return (
    expected !== undefined &&
    isSameCurve(
      expected,
      more.map(({ y }) => y),
    )
  );
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
