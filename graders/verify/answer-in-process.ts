/** Asks our own samples in this process, without a sandbox: what a student's process would send back. */

import type { Outcome } from "../contract/outcome";
import type { Call, Value } from "../contract/value";
import type { Answers } from "../judge/given";
import type { Plan, PlannedCall } from "../judge/plan";
import type { Implementation, Solution } from "./material";

/** Arguments are frozen, not copied: many samples share them. One that changes them throws, data of tensors apart. */
export function callFunction(implementation: Implementation, call: Call): Outcome {
  const called = implementation[call.export];
  if (typeof called !== "function") return { kind: "missing-export" };
  for (const argument of call.args) freeze(argument);
  try {
    return { kind: "value", value: called(...call.args) as Value };
  } catch (error) {
    return { kind: "threw", message: error instanceof Error ? error.message : String(error) };
  }
}

function freeze(value: unknown): void {
  if (typeof value !== "object" || value === null || ArrayBuffer.isView(value) || Object.isFrozen(value))
    return;
  Object.freeze(value);
  for (const item of Object.values(value)) freeze(item);
}

const callsOfPlans = new WeakMap<readonly PlannedCall[], ReadonlyMap<string, PlannedCall>>();

function indexCalls(calls: readonly PlannedCall[]): ReadonlyMap<string, PlannedCall> {
  const index = callsOfPlans.get(calls) ?? new Map(calls.map((call) => [call.key, call]));
  callsOfPlans.set(calls, index);
  return index;
}

/** Outcomes of calls that every seed asks, kept from seed to seed. */
export interface Memory {
  isKept(key: string): boolean;
  getOutcomes(implementation: Implementation): Map<string, Outcome>;
}

/** Remembers what the calls of this plan give. */
export function createMemory(plan: Plan): Memory {
  const kept = indexCalls(plan.calls);
  const outcomes = new WeakMap<Implementation, Map<string, Outcome>>();
  return {
    isKept: (key) => kept.has(key),
    getOutcomes: (implementation) => {
      const mine = outcomes.get(implementation) ?? new Map<string, Outcome>();
      outcomes.set(implementation, mine);
      return mine;
    },
  };
}

/** Answers to a plan, each call made when it is first asked for. */
export function answerPlan(plan: Plan, work: Solution, memory = createMemory(plan)): Answers {
  const calls = indexCalls(plan.calls);
  const drawn = new Map<string, Outcome>();
  const ask = (key: string): Outcome => {
    const call = calls.get(key);
    return call === undefined ? { kind: "missing-export" } : callFunction(work.implementation, call);
  };
  return {
    getOutcome: (key) => {
      const known = memory.isKept(key) ? memory.getOutcomes(work.implementation) : drawn;
      const outcome = known.get(key) ?? ask(key);
      known.set(key, outcome);
      return outcome;
    },
    getExplanation: (question) => work.explanations[question] ?? "",
  };
}
