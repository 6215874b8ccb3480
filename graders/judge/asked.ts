/** The cases of a part with what became of them: answers to judge, or why there are none. */

import type { Earlier } from "../contract/earlier";
import type { Outcome } from "../contract/outcome";
import type { CallPart, Read } from "../contract/question";
import { readStub } from "../contract/stub";
import type { Value } from "../contract/value";
import type { SpoiltCases } from "../contract/verdict";
import { type EarlierWork, findFound } from "./earlier-work";
import { type Answers, getOwnWords } from "./given";
import type { ObservedTrial } from "./observed";
import { keyOf } from "./part-key";
import type { PlannedCase } from "./plan";

type NoValue = Exclude<Outcome, { kind: "value" }>;

/** A case with what became of it. */
export interface Asked {
  /** Place of the case in its part. */
  readonly at: number;
  readonly planned: PlannedCase;
  readonly outcome: Outcome;
  readonly read: Read<unknown> | undefined;
  readonly earlier: Earlier;
}

export interface JudgedTrial extends ObservedTrial {
  /** Place of its case in the part. */
  readonly at: number;
}

/** Why a part has no answers that could be judged, or not all of them. */
export type Lost = SpoiltCases["first"];

/** @param outcome of the case's own call, whatever may be built on it elsewhere */
export function ask(
  part: CallPart,
  planned: PlannedCase,
  outcome: Outcome,
  earlier: Earlier,
): Omit<Asked, "at"> {
  const read = outcome.kind === "value" ? part.read(outcome.value) : undefined;
  return { planned, outcome, read, earlier };
}

/** What a case may know of the student's earlier work. */
export function lookBack(planned: PlannedCase, answers: Answers, work: EarlierWork): Earlier {
  return {
    answer: (name): Value => {
      const call = planned.consults[name];
      if (call === undefined) throw new RangeError(`no call named "${name}" is consulted here`);
      const outcome = answers.getOutcome(call.key);
      return outcome.kind === "value" ? outcome.value : undefined;
    },
    reading: (question, part = question) => findFound(work.get(keyOf(question, part))),
    explanation: (question) => getOwnWords(answers, question),
  };
}

/** Why a part has no judged answers, if it has not: calls that failed, or values of another form. */
export function findLost(part: CallPart, asked: readonly Asked[]): Lost | { kind: "unanswered" } | undefined {
  const failure = findFailure(part, asked);
  if (failure !== undefined) return failure;
  const malformed = asked.find((one) => one.read?.ok === false && !isAllowed(part, one))?.read;
  return malformed?.ok === false ? { kind: "malformed", came: malformed.came } : undefined;
}

/** The first call that gave no value where one was due; an untouched stub counts as unanswered. */
function findFailure(
  part: CallPart,
  asked: readonly Asked[],
): Lost | { readonly kind: "unanswered" } | undefined {
  const failed = asked.filter(
    (one) => one.outcome.kind !== "value" && one.read?.ok !== true && !isAllowed(part, one),
  );
  if (failed.length === 0) return undefined;
  if (asked.every((one) => isUnanswered(one.outcome))) return { kind: "unanswered" };
  // A function that never answered matters more than one that threw on a single input.
  const worst = failed.find((one) => one.outcome.kind !== "threw") ?? failed[0];
  return worst === undefined ? undefined : { kind: "failed", outcome: worst.outcome as NoValue };
}

/** Whether nothing is lost where this case has no answer that could be judged. */
export function isAllowed(part: CallPart, one: Asked): boolean {
  const { input } = one.planned.case;
  return part.isFree?.(input) === true || (one.outcome.kind === "threw" && part.mayThrow?.(input) === true);
}

/** Missing, or the starter's stub. */
export function isUnanswered(outcome: Outcome): boolean {
  return (
    outcome.kind === "missing-export" || (outcome.kind === "threw" && readStub(outcome.message) !== null)
  );
}

export function toTrial(one: Asked): JudgedTrial[] {
  if (one.read?.ok !== true) return [];
  const { input, source } = one.planned.case;
  return [{ at: one.at, input, source, answer: one.read.answer, earlier: one.earlier }];
}
