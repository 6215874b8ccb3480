/**
 * How returned values are read and compared. Readers turn what came back into the form a part compares, or
 * say in words what came instead; comparisons are exact for counts and relative, with NaN never right, for reals.
 */

import type { Message, ReturnedForms } from "./message";
import type { Read } from "./question";
import { remember } from "./remember";
import { Opaque, type Value } from "./value";

/** A count as people return it: a number, or exact beyond 2^53 as a bigint. */
export type Count = number | bigint;

const longestNumber = 400;
const decimalInteger = /^[+-]?\d+$/;
const decimalNumber = /^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d{1,3})?$/i;

export type Returned = Message<keyof ReturnedForms>;

/** Names what came, for a sentence like "expected a number, got …". Never holds more than a word of it. */
export function describeValue(value: Value): Returned {
  if (value === null) return { code: "returned-null" };
  if (value === undefined) return { code: "returned-nothing" };
  if (value instanceof Opaque) return describeOpaque(value.typeName);
  if (Array.isArray(value)) return { code: "returned-array", count: value.length };
  switch (typeof value) {
    case "string":
      return { code: "returned-string" };
    case "boolean":
      return { code: "returned-boolean" };
    case "bigint":
      return { code: "returned-bigint" };
    case "number":
      return describeNumber(value);
    default:
      return describeObject(value as { readonly [key: string]: Value });
  }
}

function describeNumber(value: number): Returned {
  if (Number.isNaN(value)) return { code: "returned-nan" };
  if (Number.isFinite(value)) return { code: "returned-number" };
  return { code: value > 0 ? "returned-infinity" : "returned-minus-infinity" };
}

const typeCodes: ReadonlyMap<string, Returned> = new Map([
  ["function", { code: "returned-function" }],
  ["symbol", { code: "returned-symbol" }],
  ["Date", { code: "returned-date" }],
  ["RegExp", { code: "returned-regexp" }],
  ["Map", { code: "returned-map" }],
  ["Set", { code: "returned-set" }],
  ["Promise", { code: "returned-promise" }],
  ["Error", { code: "returned-error" }],
]);

function describeOpaque(typeName: string): Returned {
  return typeCodes.get(typeName) ?? { code: "returned-value-of-type", typeName };
}

function describeObject(value: { readonly [key: string]: Value }): Returned {
  const keys = Object.keys(value);
  if (keys.length === 0) return { code: "returned-empty-object" };
  const shown = keys.slice(0, 5).map((key) => (/^\w{1,30}$/.test(key) ? key : "…"));
  return { code: "returned-object", fields: keys.length > 5 ? [...shown, "…"] : shown };
}

/** People wrap a single result in an array now and then; the value inside is what they meant. */
function unwrapSingle(value: Value): Value {
  return Array.isArray(value) && value.length === 1 ? (value[0] as Value) : value;
}

/**
 * Reads a count: number, bigint or decimal string, also alone in an array. `-0` counts as 0; NaN is refused, and so is
 * what no double holds, in whatever form: every comparison of steps and ratios would take it for infinity.
 */
export function readCount(value: Value): Read<Count> {
  const read = readForm(unwrapSingle(value));
  if (!read.ok || Number.isFinite(Number(read.answer))) return read;
  return { ok: false, came: describeNumber(Number(read.answer)) };
}

function readForm(inner: Value): Read<Count> {
  if (typeof inner === "bigint") return { ok: true, answer: toDoubleIfRounded(inner) };
  if (typeof inner === "number" && Number.isFinite(inner)) return { ok: true, answer: inner + 0 };
  if (typeof inner === "string") return readNumericString(inner);
  return { ok: false, came: describeValue(inner) };
}

/**
 * Beyond 2^53, an integer that is a double to the last digit was a `number` before it was written as a bigint or a
 * string, and is judged like one: right if it is the exact value, rounded.
 */
function toDoubleIfRounded(value: bigint): Count {
  const double = Number(value);
  return !Number.isSafeInteger(double) && Number.isFinite(double) && BigInt(double) === value
    ? double
    : value;
}

function readNumericString(text: string): Read<Count> {
  // No count has more digits; a megabyte of them must not reach the patterns below.
  if (text.length > longestNumber) return { ok: false, came: { code: "returned-words" } };
  // JavaScript never prints a plus sign, so it must not decide whether a double was printed.
  const trimmed = text.trim().replace(/^\+(?=[\d.])/, "");
  if (decimalInteger.test(trimmed)) {
    const isPrintedDouble = trimmed === String(Number(trimmed));
    return { ok: true, answer: isPrintedDouble ? Number(trimmed) : toDoubleIfRounded(BigInt(trimmed)) };
  }
  const number = decimalNumber.test(trimmed) ? Number(trimmed) : Number.NaN;
  return Number.isFinite(number)
    ? { ok: true, answer: number }
    : { ok: false, came: { code: "returned-words" } };
}

/** Reads a real number; bigints and decimal strings are taken at their nearest double. */
export function readReal(value: Value): Read<number> {
  const read = readCount(value);
  return read.ok ? { ok: true, answer: Number(read.answer) } : read;
}

/** Reads a list of reals, e.g. a curve. */
export function readReals(value: Value): Read<readonly number[]> {
  if (!Array.isArray(value)) return { ok: false, came: describeValue(value) };
  const answers: number[] = [];
  for (const item of value as readonly Value[]) {
    const read = readReal(item);
    if (!read.ok) return { ok: false, came: { code: "returned-list-holding", came: read.came } };
    answers.push(read.answer);
  }
  return { ok: true, answer: answers };
}

/**
 * Takes one documented field of a returned object, by its exact name or, failing that, by a single field that
 * differs only in case or underscores (`n_kb` for `nKB`).
 */
export function getField(value: Value, name: string): Value {
  const inner = unwrapSingle(value);
  if (typeof inner !== "object" || inner === null || Array.isArray(inner) || inner instanceof Opaque)
    return undefined;
  const fields = inner as { readonly [key: string]: Value };
  if (Object.hasOwn(fields, name)) return fields[name];
  const key = indexFields(fields).get(foldName(name));
  return key === undefined || key === null ? undefined : fields[key];
}

/** By folded name; null where several keys share it. Options ask thousands of times, and an answer may have many keys. */
const indexFields = remember((fields: { readonly [key: string]: Value }) => {
  const keys = new Map<string, string | null>();
  for (const key of Object.keys(fields)) {
    const folded = foldName(key);
    keys.set(folded, keys.has(folded) ? null : key);
  }
  return keys;
});

function foldName(name: string): string {
  return name.replace(/_/g, "").toLowerCase();
}

/** Reads one field as a count; says what the whole value was when the field is missing. */
export function readCountField(value: Value, name: string): Read<Count> {
  const field = getField(value, name);
  if (field === undefined) return { ok: false, came: describeValue(value) };
  const read = readCount(field);
  return read.ok ? read : { ok: false, came: { code: "returned-in-field", came: read.came, name } };
}

/** Exact equality; a `number` is right if it equals the exact value rounded to the nearest double. */
export function isSameCount(expected: Count, came: Count): boolean {
  if (typeof expected === "bigint" && typeof came === "bigint") return expected === came;
  return Number(expected) === Number(came);
}

/** Relative closeness for reals. False for NaN on either side; infinities are equal only to themselves. */
export function isClose(expected: number, came: number, relativeTolerance: number): boolean {
  if (expected === came) return true;
  if (!Number.isFinite(expected) || !Number.isFinite(came)) return false;
  return Math.abs(came - expected) <= relativeTolerance * Math.abs(expected);
}
