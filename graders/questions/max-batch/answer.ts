/** The largest batch as people return it: a number of samples, or what they tell where none fits. */
import { type Count, isClose, isSameCount } from "../../contract/answers";
import { isNoneForm, type NoneForm } from "../kit/none";
import type { NoSample } from "./none-fits";

/** Either will do: some ask whether one sample fits, others whether anything is left. Only expected, never returned. */
export interface NoneOr {
  readonly told: NoSample;
  readonly or: number;
}

export type FitAnswer = Count | NoneForm | NoneOr;

export const isEither = (answer: FitAnswer): answer is NoneOr => typeof answer === "object";

/** What was returned; of what is expected, as the release check has it, what tells that none fits. */
export const take = (came: FitAnswer): Count | NoneForm => (isEither(came) ? came.told : came);

/** Whole numbers exactly; a quotient that was not rounded to the last digits of a double. */
export function isSameFit(expected: FitAnswer, returned: FitAnswer): boolean {
  if (isEither(expected)) return isSameFit(expected.told, returned) || isSameFit(expected.or, returned);
  const came = take(returned);
  if (isNoneForm(expected) || isNoneForm(came)) return expected === came;
  return Number.isInteger(Number(expected))
    ? isSameCount(expected, came)
    : isClose(Number(expected), Number(came), 1e-9);
}

/** A number to look answers up by; what tells that none fits has none. */
export const probeFit = (answer: FitAnswer): number =>
  isEither(answer) || isNoneForm(answer) ? Number.NaN : Number(answer);
