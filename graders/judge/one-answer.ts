/**
 * Whether one answer is all that is left to give. Counts of one's own can be so large, so small or so much alike that the
 * same follows from them for every input, or one thing below some number and another above it: it takes no knowledge to
 * answer so.
 */
import type { CallPart, Trial } from "../contract/question";
import type { ReadingRef } from "../contract/verdict";
import { type Asked, toTrial } from "./asked";
import type { AnyReading } from "./readings";

/** Of the drawn inputs, whose right answers differ: those that are fixed can be looked up. */
export function leavesOneAnswer(
  part: CallPart,
  readings: readonly AnyReading[],
  asked: readonly Asked[],
): boolean {
  const reference = readings.find((one) => one.kind === "reference");
  if (reference === undefined || reference.by === "rule") return false;
  const drawn = asked.filter(({ planned }) => planned.case.source === "random").flatMap(toTrial);
  const right = drawn.map((trial) => ({ ...trial, answer: reference.answer(trial.input, trial.earlier) }));
  return isOneAnswer(part, drawn) && !isOneAnswer(part, right);
}

/** One for all, or one on either side of some number that a guess would go by: a word, or one count and none. */
function isOneAnswer({ guessedBy }: CallPart, trials: readonly Trial<unknown, unknown>[]): boolean {
  if (guessedBy === undefined) return isConstant(trials);
  const along = [...trials].sort((a, b) => guessedBy(a.input) - guessedBy(b.input)).map(writeAnswer);
  const counts = new Set(along.filter((one) => Number.isFinite(Number(one))));
  return counts.size <= 1 && along.filter((one, at) => at > 0 && one !== along[at - 1]).length <= 1;
}

/** One answer whatever is asked, or lists that hold one number, however it is written. */
export function isConstant(trials: readonly Trial<unknown, unknown>[]): boolean {
  const all = trials.flatMap(({ answer }) => (Array.isArray(answer) ? answer : [answer]));
  return new Set(all.map((answer) => writeAnswer({ answer }))).size === 1;
}

function writeAnswer({ answer }: { readonly answer: unknown }): string | undefined {
  return JSON.stringify(answer, (_, value) =>
    typeof value === "bigint" ? Number(value) : (value as unknown),
  );
}

/** Whether what was found follows from the student's own earlier numbers. */
export function isOwn({ model }: CallPart, { kind, picks = {} }: ReadingRef): boolean {
  const isPickedOwn = ([choice, id]: [string, string]): boolean =>
    model?.choices[choice]?.find((one) => one.id === id)?.isOwn === true;
  return kind === "carried" || Object.entries(picks).some(isPickedOwn);
}
