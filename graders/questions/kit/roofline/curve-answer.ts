/** Curves as answers: what is expected at each batch size, exactly, within bounds or rounded, and what came. */
import { isClose } from "../../../contract/answers";
import type { AnswerPair } from "../../../contract/choice";
import type { PReLULinear } from "../../../contract/value";
import { choose } from "../choice-part";
import {
  isBetween,
  isRoundedBetween,
  keepsDigits,
  listSteps,
  type Rounding,
  shownRounding,
} from "../public/numbers";
import type { CurveInput } from "./curve-cases";
import type { Span } from "./intensity-choices";

/** Anything between two bounds, before it is rounded if it is. */
interface Bounds extends Span {
  readonly rounding?: Rounding;
}

/** Expected are numbers and bounds; what comes are numbers, and bounds where the release check asks about them. */
export type CurveAnswer = readonly (number | Bounds)[];

/** Of a curve against a formula. */
export const curveTolerance = 0.01;
/** Of a rounded one: the PReLU's single weight may be counted or not. */
const roundedTolerance = 0.005;

export const rounding = choose<Rounding | undefined>(
  { id: "as-computed", effect: undefined },
  {
    id: "two-decimals",
    effect: { decimals: [2, 3, 4, 5, 6], digits: [3, 4, 5, 6] },
    says: "Right: two decimals or three digits are enough.",
  },
  {
    id: "one-decimal",
    effect: { decimals: [1], digits: [2] },
    credit: "0.5",
    says: "You rounded the intensity to one decimal or two digits.",
    hint: "With so few digits, neighbouring batch sizes look alike: how many does a reader need to tell them apart?",
  },
);

/** To one decimal: of a small number that leaves nothing. */
export const isCoarse = (rounded: Rounding | undefined): boolean => rounded?.decimals.includes(1) === true;

export function expectCurve(
  spans: readonly Span[],
  tolerance: number,
  rounded: Rounding | undefined,
): CurveAnswer {
  return spans.map(({ least, most }) => {
    if (rounded !== undefined) {
      return {
        least: least * (1 - roundedTolerance),
        most: most * (1 + roundedTolerance),
        rounding: rounded,
      };
    }
    if (least === most && tolerance === curveTolerance) return least;
    return { least: least * (1 - tolerance), most: most * (1 + tolerance) };
  });
}

/** The same values in a chart, as they are or with as few digits as one reads off. */
export function showsCurve(expected: CurveAnswer, shown: CurveAnswer): boolean {
  return isSameCurve(asShown(expected, shown), shown);
}

/** Work per byte has an end: what is rounded to a step without end would be anything. */
export function isSameCurve(expected: CurveAnswer, came: CurveAnswer): boolean {
  if (expected.length !== came.length) return false;
  const values = came.map(pickInside);
  return (
    values.every(Number.isFinite) && expected.every((one, at) => isSameValue(one, values[at] ?? Number.NaN))
  );
}

function isSameValue(expected: CurveAnswer[number], came: number): boolean {
  if (typeof expected === "number") return isClose(expected, came, curveTolerance);
  const { least, most, rounding: rounded } = expected;
  if (rounded === undefined) return came >= least && came <= most;
  return isRoundedBetween(came, least, most, rounded);
}

export function pickInside(value: CurveAnswer[number]): number {
  if (typeof value === "number") return value;
  const middle = (value.least + value.most) / 2;
  const [decimals] = value.rounding?.decimals ?? [];
  return decimals === undefined ? middle : Number(middle.toFixed(decimals));
}

type ToldCurve = AnswerPair<CurveAnswer>;

/**
 * Whether curves that are as expected one by one say so together. Where steps are as large as what is rounded, any
 * number would do: of most curves, the largest value keeps its digits. And numbers that are the same for all models are
 * typed in, whatever they are.
 */
export function areTold(curves: readonly ToldCurve[]): boolean {
  const told = curves.filter(keepsTop);
  return 2 * told.length >= curves.length && !areTypedIn(curves);
}

function keepsTop({ expected, came }: ToldCurve): boolean {
  const values = came.map(pickInside);
  const top = findProbe(came);
  const one = expected[values.indexOf(top)] ?? Number.NaN;
  if (typeof one === "number" || one.rounding === undefined || isBetween(top, one.least, one.most))
    return true;
  const steps = listSteps(one.rounding, top).filter((step) => keepsDigits(top, step));
  return steps.some((step) => isBetween(top, one.least - step, one.most + step));
}

/**
 * One value for one batch size, though models differ and what is expected of them does; false where no batch size was
 * asked of two of them.
 */
function areTypedIn(curves: readonly ToldCurve[]): boolean {
  const values = curves.flatMap(({ expected, came, input }) => {
    const { batchSizes, model } = input as CurveInput;
    const pick = (curve: CurveAnswer, at: number): number => pickInside(curve[at] ?? Number.NaN);
    return batchSizes.map((size, at) => ({ size, model, meant: pick(expected, at), value: pick(came, at) }));
  });
  const pairs = values.flatMap((one, at) =>
    values.slice(at + 1).flatMap((other) => (isOfOtherModel(one, other) ? [[one, other] as const] : [])),
  );
  return (
    pairs.some(([one, other]) => one.meant !== other.meant) &&
    pairs.every(([one, other]) => one.value === other.value)
  );
}

type Asked = { readonly size: number; readonly model: PReLULinear };

const isOfOtherModel = (a: Asked, b: Asked): boolean =>
  a.size === b.size &&
  (a.model.inFeatures !== b.model.inFeatures || a.model.outFeatures !== b.model.outFeatures);

/** What is shown, as it is held against a curve: as it is, or read off. */
export const asShown = (expected: CurveAnswer, shown: CurveAnswer): CurveAnswer =>
  isSameCurve(expected, shown) ? expected : readOffRoughly(expected);

function readOffRoughly(expected: CurveAnswer): CurveAnswer {
  const spans = expected.map((one) => (typeof one === "number" ? { least: one, most: one } : one));
  return expectCurve(spans, 0, shownRounding);
}

/** The largest value, which roundings change least. */
export function findProbe(curve: CurveAnswer): number {
  return Math.max(...curve.map(pickInside));
}
