/** Curves as answers: what is expected at each batch size, exactly, within bounds or rounded, and what came. */
import { isClose } from "../../../contract/answers";
import { choose } from "../choice-part";
import type { Span } from "./intensity-choices";

/** Anything between two bounds, rounded to so many decimals if they are told. */
interface Bounds extends Span {
  readonly decimals?: number;
}

/** Expected are numbers and bounds; what comes are numbers, and bounds where the release check asks about them. */
export type CurveAnswer = readonly (number | Bounds)[];

/** Of a curve against a formula. */
export const curveTolerance = 0.01;
/** Of a rounded one: the PReLU's single weight may be counted or not. */
const roundedTolerance = 0.005;

/** Decimals that are left of every value. */
export const rounding = choose<number | undefined>(
  { id: "as-computed", effect: undefined },
  { id: "two-decimals", effect: 2, says: "Right: two decimals are enough." },
  {
    id: "one-decimal",
    effect: 1,
    credit: "0.5",
    says: "You rounded the intensity to one decimal.",
    hint: "With so few digits, neighbouring batch sizes look alike: how many does a reader need to tell them apart?",
  },
);

export function expectCurve(
  spans: readonly Span[],
  tolerance: number,
  decimals: number | undefined,
): CurveAnswer {
  return spans.map(({ least, most }) => {
    if (decimals !== undefined) {
      const half = 0.5 * 10 ** -decimals;
      return {
        least: least * (1 - roundedTolerance) - half,
        most: most * (1 + roundedTolerance) + half,
        decimals,
      };
    }
    if (least === most && tolerance === curveTolerance) return least;
    return { least: least * (1 - tolerance), most: most * (1 + tolerance) };
  });
}

export function isSameCurve(expected: CurveAnswer, came: CurveAnswer): boolean {
  return (
    expected.length === came.length &&
    expected.every((one, at) => isSameValue(one, pickInside(came[at] ?? Number.NaN)))
  );
}

function isSameValue(expected: CurveAnswer[number], came: number): boolean {
  if (typeof expected === "number") return isClose(expected, came, curveTolerance);
  const { least, most, decimals } = expected;
  const isRounded = decimals === undefined || Number(came.toFixed(decimals)) === came;
  return isRounded && came >= least && came <= most;
}

export function pickInside(value: CurveAnswer[number]): number {
  if (typeof value === "number") return value;
  const middle = (value.least + value.most) / 2;
  return value.decimals === undefined ? middle : Number(middle.toFixed(value.decimals));
}

/** The largest value, which roundings change least. */
export function findProbe(curve: CurveAnswer): number {
  return Math.max(...curve.map(pickInside));
}
