/** The guard of "error carried forward": degenerate earlier answers carry nothing. */
import { readCount } from "../contract/answers";
import type { Outcome } from "../contract/outcome";
import type { CallPart } from "../contract/question";
import type { Value } from "../contract/value";
import { assess, type Consulted, type EarlierWork } from "./earlier-work";
import type { Following } from "./following";
import { type Answers, getOwnWords } from "./given";
import { groupByExport, indexChained, listConsulted, type PlannedCall, type PlannedCase } from "./plan";

/** What a part may build on of somebody's earlier work. */
export interface Base {
  /** Something to build on is there. */
  readonly mayCarry: boolean;
  /** All answers, those of functions that carry nothing apart. */
  readonly answers: Answers;
  /** Functions that carry nothing. */
  readonly hidden: readonly string[];
}

export interface Carried extends Base {
  /** Functions that do something else here than what they were judged by. */
  readonly differing: readonly string[];
  /** Functions of which nobody knows what they do, and all there is to build on together with them. */
  readonly unproven: readonly string[];
  readonly withUnproven: Base;
}

/**
 * Earlier functions carry nothing that gave no usable numbers: a missing value, NaN, an infinity, zero or less
 * everywhere, or one constant whatever their input. A later answer that "follows" from such a function follows from
 * nothing. Where a part is judged by choices, what follows from the other functions remains.
 */
export function carry(
  part: CallPart,
  cases: readonly PlannedCase[],
  answers: Answers,
  work: EarlierWork = new Map(),
): Carried {
  const calls = listConsulted(cases);
  const degenerate = new Set(
    [...groupByExport(calls)].flatMap(([name, asked]) =>
      isConstantOrEmpty(asked.map(({ key }) => getValue(answers.getOutcome(key)))) ? name : [],
    ),
  );
  if (calls.some((call) => isOwnAnswer(part, call))) degenerate.delete(part.export);
  const following = assessAll(part, calls, { answers, work, degenerate, chained: indexChained(cases) });
  const list = (kind: Following): string[] =>
    [...following].flatMap(([name, one]) => (one === kind ? [name] : []));
  const [differing, unproven] = [list("differs"), list("unproven")];
  const without = (names: readonly string[]): Base => hide(part, cases, answers, names);
  return {
    ...without([...degenerate, ...differing, ...unproven]),
    differing,
    unproven,
    withUnproven: without([...degenerate, ...differing]),
  };
}

/** A part may look at its own other answers; where it names the part that judges them, that part's finding counts. */
function isOwnAnswer(part: CallPart, call: PlannedCall): boolean {
  return call.export === part.export && call.part === undefined;
}

/** Where a part is not judged by choices, one function that carries nothing spoils what follows from all. */
export function hide(
  { model }: CallPart,
  cases: readonly PlannedCase[],
  answers: Answers,
  names: readonly string[],
): Base {
  if (model === undefined) return { mayCarry: names.length === 0, answers, hidden: names };
  const calls = listConsulted(cases);
  const hidden = new Set(calls.flatMap((call) => (names.includes(call.export) ? call.key : [])));
  const usable: Answers = {
    getOutcome: (key) => (hidden.has(key) ? { kind: "missing-export" } : answers.getOutcome(key)),
    getExplanation: answers.getExplanation,
    getOwnWords: (question) => getOwnWords(answers, question),
  };
  const isAllHidden = calls.length > 0 && calls.every(({ key }) => hidden.has(key));
  return { mayCarry: !isAllHidden, answers: usable, hidden: names };
}

interface Known {
  readonly answers: Answers;
  readonly work: EarlierWork;
  readonly degenerate: ReadonlySet<string>;
  readonly chained: ReadonlyMap<string, PlannedCall>;
}

function assessAll(
  part: CallPart,
  calls: readonly PlannedCall[],
  { answers, work, degenerate, chained }: Known,
): ReadonlyMap<string, Following> {
  const usable = calls.filter(
    (call) =>
      !isOwnAnswer(part, call) &&
      !degenerate.has(call.export) &&
      answers.getOutcome(call.key).kind === "value",
  );
  const consult = (call: PlannedCall): Consulted => ({
    call,
    value: getValue(answers.getOutcome(call.key)),
  });
  const known = { work, answers, chained };
  return new Map(
    [...groupByExport(usable)].map(([name, asked]) => [name, assess(known, name, asked.map(consult))]),
  );
}

const getValue = (outcome: Outcome): Value => (outcome.kind === "value" ? outcome.value : undefined);

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
