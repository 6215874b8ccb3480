/** The guard of "error carried forward": degenerate earlier answers carry nothing. */
import { readCount } from "../contract/answers";
import type { CallPart } from "../contract/question";
import type { Value } from "../contract/value";
import type { Answers } from "./given";
import type { PlannedCall, PlannedCase } from "./plan";

/** What a part may build on of somebody's earlier work. */
export interface Carried {
  /** Something to build on is there. */
  readonly mayCarry: boolean;
  /** All answers, those of functions that carry nothing apart. */
  readonly answers: Answers;
}

/**
 * Earlier functions carry nothing that gave no usable numbers: a missing value, NaN, an infinity, zero or less
 * everywhere, or one constant whatever their input. A later answer that "follows" from such a function follows from
 * nothing. Where a part is judged by choices, what follows from the other functions remains.
 */
export function carry(part: CallPart, cases: readonly PlannedCase[], answers: Answers): Carried {
  const calls = cases.flatMap((one) => Object.values(one.consults));
  const degenerate = new Set(
    [...groupByExport(calls, answers)].flatMap(([name, values]) => (isConstantOrEmpty(values) ? name : [])),
  );
  if (part.model === undefined) return { mayCarry: degenerate.size === 0, answers };
  // A part may look at its own other answers; those are judged, whatever they are.
  const isHidden = (name: string): boolean => degenerate.has(name) && name !== part.export;
  const hidden = new Set(calls.flatMap((call) => (isHidden(call.export) ? call.key : [])));
  const usable: Answers = {
    getOutcome: (key) => (hidden.has(key) ? { kind: "missing-export" } : answers.getOutcome(key)),
    getExplanation: (question) => answers.getExplanation(question),
  };
  return { mayCarry: calls.length === 0 || hidden.size < calls.length, answers: usable };
}

function groupByExport(
  calls: readonly PlannedCall[],
  answers: Answers,
): ReadonlyMap<string, readonly Value[]> {
  const byExport = new Map<string, Map<string, Value>>();
  for (const call of calls) {
    const outcome = answers.getOutcome(call.key);
    const values = byExport.get(call.export) ?? new Map<string, Value>();
    byExport.set(call.export, values.set(call.key, outcome.kind === "value" ? outcome.value : undefined));
  }
  return new Map([...byExport].map(([name, values]) => [name, [...values.values()]]));
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
