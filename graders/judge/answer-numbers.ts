/** The numbers inside an answer (alone, in a list, or in the fields of an object), and answers with them changed. */
import type { Count } from "../contract/answers";

/** An exact factor: numerator over denominator. */
export interface Ratio {
  readonly numerator: number;
  readonly denominator: number;
}

type Fields = Readonly<Record<string, unknown>>;

/** Fields that hold a number; one nameless field for an answer that is a number or a list of numbers. */
export function listFields(answer: unknown): readonly (string | undefined)[] {
  if (isCount(answer) || isCountList(answer)) return [undefined];
  if (!isFields(answer)) return [];
  return Object.keys(answer).filter((key) => isCount(answer[key]));
}

/** The numbers of one field, as doubles. */
export function getNumbers(answer: unknown, field: string | undefined): readonly number[] {
  const value = field === undefined ? answer : (answer as Fields)[field];
  if (isCount(value)) return [Number(value)];
  return isCountList(value) ? value.map(Number) : [];
}

/**
 * `came` with one field set to what `change` makes of the expected one, so that a comparison of whole answers
 * compares that field alone. Without a field, all of the expected answer changed.
 */
export function changeField(
  expected: unknown,
  came: unknown,
  field: string | undefined,
  change: (value: Count) => Count,
): unknown {
  if (field === undefined) return isCountList(expected) ? expected.map(change) : change(expected as Count);
  return { ...(came as Fields), [field]: change((expected as Record<string, Count>)[field] as Count) };
}

export function multiply(value: Count, { numerator, denominator }: Ratio): Count {
  if (typeof value === "number" || !Number.isInteger(numerator)) {
    return (Number(value) * numerator) / denominator;
  }
  const product = value * BigInt(numerator);
  return product % BigInt(denominator) === 0n ? product / BigInt(denominator) : Number(product) / denominator;
}

export function add(value: Count, offset: number): Count {
  return typeof value === "bigint" ? value + BigInt(offset) : value + offset;
}

/** One text per answer: equal texts are equal answers. */
export function spellAnswer(answer: unknown): string {
  return (
    JSON.stringify(answer, (_, value: unknown) => (typeof value === "bigint" ? String(value) : value)) ?? ""
  );
}

function isCount(value: unknown): value is Count {
  return typeof value === "bigint" || (typeof value === "number" && Number.isFinite(value));
}

function isCountList(value: unknown): value is readonly Count[] {
  return Array.isArray(value) && value.length > 0 && value.every(isCount);
}

function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
