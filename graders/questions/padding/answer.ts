/** The padding as people return it: a number, one number per axis, or the name of "no padding". */
import { type Count, isSameCount, readCount } from "../../contract/answers";
import type { Outcome } from "../../contract/outcome";
import type { Read } from "../../contract/question";
import type { Value } from "../../contract/value";
import { isNoneForm, type NoneForm, readNoneForm } from "../kit/none";

/** One padding for each axis, where they differ. */
export interface PerAxis {
  readonly h: number;
  readonly w: number;
}

/** Whatever says that there is none: a form of none, or -1. Only expected, never returned. */
export interface NotOne {
  readonly isNone: true;
}

/** A padding; one per axis; or what is told where none was found: no layer is without one. */
export type PaddingAnswer = Count | PerAxis | NoneForm | NotOne;

const isNotOne = (answer: PaddingAnswer): answer is NotOne =>
  typeof answer === "object" && "isNone" in answer;
const isPerAxis = (answer: PaddingAnswer): answer is PerAxis => typeof answer === "object" && "h" in answer;

export function isSamePadding(expected: PaddingAnswer, came: PaddingAnswer): boolean {
  if (isNotOne(expected)) return isNotOne(came) || isNoneForm(came) || came === -1;
  if (isPerAxis(expected)) return isPerAxis(came) && isSamePair(expected, came);
  return typeof expected !== "string" && isCount(came) && isSameCount(expected, came);
}

/** Which axis comes first is nowhere said. */
const isSamePair = (a: PerAxis, b: PerAxis): boolean =>
  (a.h === b.h && a.w === b.w) || (a.h === b.w && a.w === b.h);

const isCount = (answer: PaddingAnswer): answer is Count =>
  typeof answer === "number" || typeof answer === "bigint";

/** What is no single padding: one per axis, or a form of none. */
export function readOtherThanOne(outcome: Outcome): PaddingAnswer | undefined {
  const perAxis = outcome.kind === "value" ? listAxes(outcome.value) : undefined;
  if (perAxis === undefined) return readNoneForm(outcome);
  const [h, w] = perAxis.map(readCount);
  return h?.ok && w?.ok ? { h: Number(h.answer), w: Number(w.answer) } : undefined;
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
