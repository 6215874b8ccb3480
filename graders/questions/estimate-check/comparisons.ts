/** A comparison as students return it, and the forms in which people tell a relative error. */
import { type Count, getField, isSameCount, readCountField, readReal } from "../../contract/answers";
import type { Read, Trial } from "../../contract/question";
import type { Value } from "../../contract/value";
import type { CheckInput } from "./inputs";

export interface Comparison {
  readonly actualBytes: Count;
  readonly relativeError: number;
}

export type CheckTrial = Trial<CheckInput, Comparison>;

export function readComparison(value: Value): Read<Comparison> {
  const actual = readCountField(value, "actualBytes");
  if (!actual.ok) return actual;
  const field = getField(value, "relativeError");
  if (field === undefined)
    return { ok: false, came: { code: "returned-without-field", name: "relativeError" } };
  const error = readReal(field);
  return error.ok
    ? { ok: true, answer: { actualBytes: actual.answer, relativeError: error.answer } }
    : { ok: false, came: { code: "returned-in-field", came: error.came, name: "relativeError" } };
}

/** Half a thousandth and a little: an error may be rounded to three decimals, a percentage to one. */
const errorTolerance = 5.1e-4;

/** Half a hundredth: no precision is asked for, and two decimals, or whole percents, tell an error well enough. */
const coarseTolerance = 5.001e-3;

function isSameError(expected: number, came: number, scale = 1): boolean {
  const gap = Math.abs(came - expected) / scale;
  return gap <= errorTolerance || (gap <= coarseTolerance && isInHundredths(came / scale));
}

const isInHundredths = (value: number): boolean =>
  Math.abs(100 * value - Math.round(100 * value)) <= 1e-9 * Math.max(1, Math.abs(value));

export function isSameComparison(expected: Comparison, came: Comparison): boolean {
  return (
    isSameCount(expected.actualBytes, came.actualBytes) &&
    isSameError(expected.relativeError, came.relativeError)
  );
}

/** How far an estimate is from what was measured, both in bytes; `scale` is what an error of one is told as. */
export interface ErrorForm {
  readonly scale: number;
  tell(actual: number, estimate: number): number;
}

const plain = (tell: ErrorForm["tell"]): ErrorForm => ({ scale: 1, tell });

/** With either sign and without. */
const inEverySign = (tell: ErrorForm["tell"]): readonly ErrorForm[] => [
  plain(tell),
  plain((actual, estimate) => -tell(actual, estimate)),
  plain((actual, estimate) => Math.abs(tell(actual, estimate))),
];

const inPercent = ({ tell }: ErrorForm): ErrorForm => ({
  scale: 100,
  tell: (actual, estimate) => 100 * tell(actual, estimate),
});

export const magnitude = plain((actual, estimate) => Math.abs(estimate - actual) / actual);

/** Too high is positive, too low negative; or the other way round. */
export const signed: readonly ErrorForm[] = [
  plain((actual, estimate) => (estimate - actual) / actual),
  plain((actual, estimate) => (actual - estimate) / actual),
];

export const relativeToEstimate = inEverySign((actual, estimate) => (estimate - actual) / estimate);

export const percent = [magnitude, ...signed, ...relativeToEstimate].map(inPercent);

export const acceptedForms: readonly ErrorForm[] = [magnitude, ...signed, ...relativeToEstimate, ...percent];

const quotients: readonly ErrorForm[] = [
  plain((actual, estimate) => estimate / actual),
  plain((actual, estimate) => actual / estimate),
];

export const ratios: readonly ErrorForm[] = [...quotients, ...quotients.map(inPercent)];

export const differences = inEverySign((actual, estimate) => estimate - actual);

/** One form tells every error, from some actual bytes: the true ones, or the answer's own. */
export function followsForm(
  trials: readonly CheckTrial[],
  forms: readonly ErrorForm[],
  actualOf: (trial: CheckTrial) => number | undefined,
): boolean {
  return forms.some((form) =>
    trials.every((trial) => {
      const actual = actualOf(trial);
      const expected = actual === undefined ? Number.NaN : form.tell(actual, trial.input.estimate.total);
      return isSameError(expected, trial.answer.relativeError, form.scale);
    }),
  );
}
