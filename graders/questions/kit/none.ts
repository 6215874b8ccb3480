/**
 * How people tell that there is no answer, where a question asks for it in one way: by nothing, by a word, by an error.
 * A number in its place (-1, 0, the largest there is) is a number to whoever reads it.
 */
import type { Outcome } from "../../contract/outcome";
import type { Value } from "../../contract/value";

export type NoneForm = "nothing" | "word" | "error";

/** Longer texts are no words for it, and digits may be the answer. */
const word = /^[^\d]{0,200}$/;

const nothings: readonly Value[] = [
  null,
  undefined,
  false,
  Number.NaN,
  Number.POSITIVE_INFINITY,
  Number.NEGATIVE_INFINITY,
];

/** @returns undefined for what is an answer, or tells nothing */
export function readNoneForm(outcome: Outcome): NoneForm | undefined {
  if (outcome.kind === "threw") return outcome.isNoFunction ? undefined : "error";
  if (outcome.kind !== "value") return undefined;
  const { value } = outcome;
  if (nothings.some((one) => Object.is(one, value))) return "nothing";
  return typeof value === "string" && word.test(value) ? "word" : undefined;
}

export const isNoneForm = (answer: unknown): answer is NoneForm =>
  answer === "nothing" || answer === "word" || answer === "error";

/** What the forms are worth that nobody takes for a number, where another one is asked for. */
export const otherForm = {
  credit: "0.75",
  hint: "Whoever calls the function goes by its statement: what does it return there?",
} as const;

/** What a number is worth that stands for none. */
export const takenForNumber = { credit: "0.5" } as const;
