/** Points at batch sizes that nobody asked for: they must be points of the same curve. */
import { type CurveAnswer, showsCurve } from "../kit/roofline/curve-answer";
import type { Point } from "./public/chart";
import { staysOnWay } from "./public/lines";

/** What a curve is expected to be at some batch sizes, where that is known. */
export type CurveAt = (batchSizes: readonly number[]) => CurveAnswer | undefined;

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
    showsCurve(
      expected,
      more.map(({ y }) => y),
    )
  );
}
