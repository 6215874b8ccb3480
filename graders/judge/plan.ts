/**
 * Which calls a run will ask: every question's hidden cases for a seed, the calls to earlier functions those
 * cases want to consult, what pages draw, and one list of distinct calls. Made once per batch; every submission is asked the same.
 */

import { blame, type GraderFault } from "../contract/faults";
import { groupBy } from "../contract/group-by";
import type { CallPart, Case, Question, Random, TextPart } from "../contract/question";
import { remember } from "../contract/remember";
import type { ShownAnswers, ShownNumbers } from "../contract/shown";
import type { Call } from "../contract/value";
import { type EncodedCall, encodeCall, nameCall } from "../contract/wire";
import { createRandom } from "./random";

/** A call, encoded once per batch, with the key that identifies it: equal calls are asked once. */
export interface PlannedCall extends Call, EncodedCall {
  readonly key: string;
}

export interface PlannedCase {
  readonly case: Case<unknown>;
  readonly call: PlannedCall;
  readonly consults: Readonly<Record<string, PlannedCall>>;
  /** What the functions that are consulted build on at the same inputs: whether they still do what they were judged by. */
  readonly chained: readonly PlannedCall[];
}

export type PlannedPart =
  | { readonly kind: "call"; readonly part: CallPart; readonly cases: readonly PlannedCase[] }
  | { readonly kind: "text"; readonly part: TextPart };

/** Calls on public inputs whose answers the page draws. */
export interface PlannedShown extends Pick<ShownAnswers, "read"> {
  readonly name: keyof ShownNumbers;
  readonly calls: readonly PlannedCall[];
}

/** A question ready to ask, or the fault that kept it from being planned. */
export type PlannedQuestion =
  | {
      readonly kind: "planned";
      readonly question: Question;
      readonly parts: readonly PlannedPart[];
      readonly shown: readonly PlannedShown[];
    }
  | { readonly kind: "faulty"; readonly question: Question; readonly fault: GraderFault };

export interface Plan {
  readonly seed: string;
  readonly questions: readonly PlannedQuestion[];
  /**
   * Distinct calls, grouped by export in catalogue order, so that a function that hangs holds up only itself. What
   * pages draw comes first: a program that has seen no hidden input yet can put none into a figure. Within the calls of
   * an export after that the order is drawn: own calls of a question and those that later ones consult stand in no
   * order that a program could count on.
   */
  readonly calls: readonly PlannedCall[];
}

/** Plans all questions. A question that throws while planning is faulty; the others are unaffected. */
export function planQuestions(questions: readonly Question[], seed: string): Plan {
  const parts = questions.flatMap((one) => one.parts).filter((part) => part.kind === "call");
  const planned = questions.map((question) => planQuestion(question, { seed, parts }));
  return { seed, questions: planned, calls: listCalls(planned, seed) };
}

/** The same plan for some of its questions alone, with what these consult. */
export function narrowPlan(plan: Plan, ids: ReadonlySet<string>): Plan {
  const questions = plan.questions.filter(({ question }) => ids.has(question.id));
  return { seed: plan.seed, questions, calls: listCalls(questions, plan.seed) };
}

interface Planning {
  readonly seed: string;
  /** Of all questions. */
  readonly parts: readonly CallPart[];
}

function planQuestion(question: Question, planning: Planning): PlannedQuestion {
  try {
    const parts = question.parts.map((part) => planPart(question, part, planning));
    return { kind: "planned", question, parts, shown: planShown(question) };
  } catch (error) {
    const fault = blame(error, `question "${question.id}" could not make its cases`);
    return { kind: "faulty", question, fault };
  }
}

function planShown({ shows = {} }: Question): readonly PlannedShown[] {
  const named = Object.entries(shows) as [keyof ShownNumbers, ShownAnswers][];
  return named.map(([name, shown]) => ({
    name,
    calls: shown.calls.map(planCall),
    read: (answers) => shown.read(answers),
  }));
}

function planPart(
  question: Question,
  part: Question["parts"][number],
  { seed, parts }: Planning,
): PlannedPart {
  switch (part.kind) {
    case "text":
      return { kind: "text", part };
    case "call": {
      const cases = part.cases(createRandom(seed, nameStream(question, part)));
      return { kind: "call", part, cases: cases.map((one) => planCase(part, one, parts)) };
    }
  }
}

/** What the hidden inputs of a part are drawn from. */
export const nameStream = ({ id }: Question, part: CallPart): string => part.drawnAs ?? `${id}/${part.id}`;

function planCase(part: CallPart, one: Case<unknown>, parts: readonly CallPart[]): PlannedCase {
  const consults = Object.entries(part.consults?.(one.input) ?? {});
  const chained = consults.flatMap(([, call]) => chain(call, parts));
  return {
    case: one,
    call: planCall({ export: part.export, args: part.args(one.input) }),
    consults: Object.fromEntries(consults.map(([name, call]) => [name, planCall(call)])),
    chained: chained.map(planCall),
  };
}

/** What the parts that judge a function would consult for the input of this call. */
function chain({ export: name, args, part: id }: Call, parts: readonly CallPart[]): readonly Call[] {
  return parts
    .filter((part) => part.export === name && (id ?? part.id) === part.id)
    .flatMap(({ inputOf, consults }) => {
      const input = inputOf?.(args);
      return input === undefined ? [] : Object.values(consults?.(input) ?? {});
    })
    .filter((call) => call.export !== name);
}

function planCall(call: Call): PlannedCall {
  const encoded = encodeCall(call);
  return { ...call, ...encoded, key: nameCall(encoded) };
}

function listCalls(questions: readonly PlannedQuestion[], seed: string): readonly PlannedCall[] {
  const planned = questions.flatMap((one) => (one.kind === "planned" ? [one] : []));
  const drawn = groupByExport(planned.flatMap(({ shown }) => shown).flatMap(({ calls }) => calls));
  const isDrawn = new Set([...drawn.values()].flatMap((calls) => calls.map(({ key }) => key)));
  const cases = planned
    .flatMap(({ parts }) => parts)
    .flatMap((part) => (part.kind === "text" ? [] : part.cases));
  const hidden = groupByExport(cases.flatMap(listCallsOf).filter(({ key }) => !isDrawn.has(key)));
  return [
    ...[...drawn.values()].flat(),
    ...[...hidden].flatMap(([name, calls]) => shuffle([...calls], createRandom(seed, `order of ${name}`))),
  ];
}

/** Distinct ones, in the order in which they and their exports come first. */
export function groupByExport(calls: readonly PlannedCall[]): ReadonlyMap<string, readonly PlannedCall[]> {
  const distinct = new Map(calls.map((call) => [call.key, call]));
  return groupBy([...distinct.values()], (call) => call.export);
}

/** All that is asked for the sake of one question, with what it consults and what pages draw of it. */
export function listOwnCalls({
  parts,
  shown,
}: Extract<PlannedQuestion, { kind: "planned" }>): readonly PlannedCall[] {
  const cases = parts.flatMap((part) => (part.kind === "text" ? [] : part.cases));
  return [...shown.flatMap(({ calls }) => calls), ...cases.flatMap(listCallsOf)];
}

const listCallsOf = ({ call, consults, chained }: PlannedCase): readonly PlannedCall[] => [
  call,
  ...Object.values(consults),
  ...chained,
];

/** In place. */
function shuffle<Item>(items: Item[], random: Random): Item[] {
  for (let at = items.length - 1; at > 0; at--) {
    const other = random.integer(0, at);
    [items[at], items[other]] = [items[other] as Item, items[at] as Item];
  }
  return items;
}

/** What cases want to know of earlier functions, as often as they ask; listed once for all submissions. */
export const listConsulted = remember((cases: readonly PlannedCase[]): readonly PlannedCall[] =>
  cases.flatMap((one) => Object.values(one.consults)),
);

/** What the functions that cases consult build on, by key. */
export const indexChained = remember(
  (cases: readonly PlannedCase[]): ReadonlyMap<string, PlannedCall> =>
    new Map(cases.flatMap((one) => one.chained).map((call) => [call.key, call])),
);
