/** From what a person gives to points: exact, and never outside what a question is worth. Pure. */
import type { GivenPoints } from "../../contract/hand-mark";
import { addPoints, comparePoints } from "../../contract/points";

/** @param automatic what was judged; undefined where nothing could be */
export function countGiven(gives: GivenPoints, automatic: string | undefined, maxPoints: string): string {
  switch (gives.kind) {
    case "points":
      return clamp(gives.points, maxPoints);
    case "full":
      return maxPoints;
    case "none":
      return "0";
    case "adjustment":
      return clamp(addPoints([automatic ?? "0", gives.by]), maxPoints);
  }
}

function clamp(points: string, maxPoints: string): string {
  if (comparePoints(points, "0") < 0) return "0";
  return comparePoints(points, maxPoints) > 0 ? maxPoints : points;
}
