/** The guard of "error carried forward": degenerate earlier answers carry nothing. */
import { readCount } from "../contract/answers";
import type { Value } from "../contract/value";
import type { Answers } from "./given";
import type { PlannedCase } from "./plan";

/**
 * True when an earlier function that these cases consult gave no usable numbers: a missing value, NaN, an
 * infinity, zero or less everywhere, or one constant whatever its input. A later answer that "follows" from
 * such a function follows from nothing.
 */
export function isDegenerate(cases: readonly PlannedCase[], answers: Answers): boolean {
  const byExport = new Map<string, Map<string, Value>>();
  for (const call of cases.flatMap((one) => Object.values(one.consults))) {
    const outcome = answers.getOutcome(call.key);
    const values = byExport.get(call.export) ?? new Map<string, Value>();
    byExport.set(call.export, values.set(call.key, outcome.kind === "value" ? outcome.value : undefined));
  }
  return [...byExport.values()].some((values) => isConstantOrEmpty([...values.values()]));
}

function isConstantOrEmpty(values: readonly Value[]): boolean {
  const numbers = values.flatMap(listNumbers);
  if (numbers.length === 0 || numbers.some((value) => !Number.isFinite(value))) return true;
  if (numbers.every((value) => value <= 0)) return true;
  // One number for everything is constant as well, however long the lists it fills.
  return (
    values.length > 1 && (isUniform(numbers) || isUniform(values.map((value) => listNumbers(value).join())))
  );
}

function isUniform(items: readonly (number | string)[]): boolean {
  return new Set(items).size === 1;
}

/** The numbers in a value: itself, or those in its list or fields. */
function listNumbers(value: Value): readonly number[] {
  const read = readCount(value);
  if (read.ok) return [Number(read.answer)];
  if (typeof value === "number") return [value];
  if (Array.isArray(value)) return value.flatMap(listNumbers);
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(listNumbers) : [];
}
