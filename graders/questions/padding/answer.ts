/** The padding as people return it: a number, one number per axis, or the name of "no padding". */
import { type Count, isSameCount, readCount } from "../../contract/answers";
import type { Read } from "../../contract/question";
import type { Value } from "../../contract/value";
import { isNoneForm, type NoneForm } from "../kit/none";

/** A padding, or what is told where a search has found none: no layer is without one. */
export type PaddingAnswer = Count | NoneForm;

export function isSamePadding(expected: PaddingAnswer, came: PaddingAnswer): boolean {
  return !isNoneForm(expected) && !isNoneForm(came) && isSameCount(expected, came);
}

/** Reads p, [p, p] or { h, w } of equal numbers, and "valid" or "none", which mean 0. */
export function readPadding(value: Value): Read<Count> {
  if (typeof value === "string" && /^\s*(valid|none)\s*$/i.test(value)) return { ok: true, answer: 0 };
  const perAxis = listAxes(value);
  if (perAxis === undefined) return readCount(value);
  const [first, ...others] = perAxis.map(readCount);
  if (first === undefined || !first.ok) return readCount(value);
  const isEqual = others.every((other) => other.ok && isSameCount(first.answer, other.answer));
  return isEqual ? first : { ok: false, came: { code: "returned-different-paddings" } };
}

/** The two entries of a pair, by position or by axis name. */
function listAxes(value: Value): readonly Value[] | undefined {
  if (Array.isArray(value)) return value.length === 2 ? (value as readonly Value[]) : undefined;
  if (typeof value !== "object" || value === null || !("h" in value) || !("w" in value)) return undefined;
  return [value.h, value.w] as readonly Value[];
}
