/** A comparison as students return it, and how far two of them may lie apart. */
import { getField, readReal } from "../../contract/answers";
import type { Read } from "../../contract/question";
import type { Value } from "../../contract/value";
import { type Amount, isSameAmount, readAmountField } from "../kit/amount";
import { isMultipleBeside } from "../kit/byte-units";

export interface Comparison {
  readonly actual: Amount;
  /** Not there: expected is any. */
  readonly error?: ToldError;
  /** The error that follows from the actual amount as it is told, rounded: as good as that of the exact one. */
  ofTold?(actual: number): ToldError | undefined;
}

export interface ToldError {
  readonly value: number;
  /** What an error of one is told as. */
  readonly scale: number;
  /** It is told in the unit of the bytes, and may be rounded as they are. */
  readonly amount?: Amount;
}

export function readComparison(value: Value): Read<Comparison> {
  const actual = readAmountField(value, "actualBytes");
  if (!actual.ok) return actual;
  const field = getField(value, "relativeError");
  if (field === undefined)
    return { ok: false, came: { code: "returned-without-field", name: "relativeError" } };
  const error = readReal(field);
  return error.ok
    ? { ok: true, answer: { actual: actual.answer, error: { value: error.answer, scale: 1 } } }
    : { ok: false, came: { code: "returned-in-field", came: error.came, name: "relativeError" } };
}

export function isSameComparison(expected: Comparison, came: Comparison): boolean {
  if (!isSameAmount(expected.actual, came.actual)) return false;
  if (isSameError(expected.error, came.error)) return true;
  const ofTold = expected.ofTold?.(Number(came.actual.value));
  return ofTold !== undefined && isSameError(ofTold, came.error);
}

/** Half a thousandth and a little: an error may be rounded to three decimals, a percentage to one. */
const errorTolerance = 5.1e-4;
/** No precision is asked for: two decimals, or whole percents, tell an error well enough, cut off or rounded. */
const steps = [0.01, 0.001] as const;

export function isSameError(expected: ToldError | undefined, came: ToldError | undefined): boolean {
  if (expected === undefined || came === undefined) return expected === undefined;
  if (expected.amount !== undefined && isSameAmount(expected.amount, { value: came.value })) return true;
  const [exact, told] = [expected.value / expected.scale, came.value / expected.scale];
  return (
    Math.abs(told - exact) <= errorTolerance || steps.some((step) => isMultipleBeside(exact, told, step))
  );
}
