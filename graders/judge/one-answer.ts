/**
 * Whether one answer is all that is left to give. Counts of one's own can be so large or so small that the same follows
 * from them for every input: it takes no knowledge to answer so.
 */
import type { CallPart, Trial } from "../contract/question";
import type { ReadingRef } from "../contract/verdict";
import { type Asked, toTrial } from "./asked";
import type { AnyReading } from "./readings";

/** Of the drawn inputs, whose right answers differ: those that are fixed can be looked up. */
export function leavesOneAnswer(readings: readonly AnyReading[], asked: readonly Asked[]): boolean {
  const reference = readings.find((one) => one.kind === "reference");
  if (reference === undefined || "accepts" in reference) return false;
  const drawn = asked.filter(({ planned }) => planned.case.source === "random").flatMap(toTrial);
  const right = drawn.map(({ input, earlier }) => ({ input, answer: reference.answer(input, earlier) }));
  return isConstant(drawn) && !isConstant(right);
}

/** One answer whatever is asked, or lists that hold one number, however it is written. */
export function isConstant(trials: readonly Pick<Trial<unknown, unknown>, "answer">[]): boolean {
  const write = (_: string, value: unknown): unknown => (typeof value === "bigint" ? Number(value) : value);
  const all = trials.flatMap(({ answer }) => (Array.isArray(answer) ? answer : [answer]));
  return new Set(all.map((answer) => JSON.stringify(answer, write))).size === 1;
}

/** Whether what was found follows from the student's own earlier numbers. */
export function isOwn({ model }: CallPart, { kind, picks = {} }: ReadingRef): boolean {
  const isPickedOwn = ([choice, id]: [string, string]): boolean =>
    model?.choices[choice]?.find((one) => one.id === id)?.isOwn === true;
  return kind === "carried" || Object.entries(picks).some(isPickedOwn);
}
