/** Asks our own samples in this process, without a sandbox: what a student's process would send back. */
import type { Call, Outcome, Value } from "../contract";
import type { Answers } from "../engine/given";
import type { Plan } from "../engine/plan";
import type { Implementation, Work } from "./material";

/** The arguments are copied, as they are on the way to a student's process. */
export function callFunction(implementation: Implementation, call: Call): Outcome {
  const called = implementation[call.export];
  if (typeof called !== "function") return { kind: "missing-export" };
  try {
    return { kind: "value", value: called(...structuredClone(call.args)) as Value };
  } catch (error) {
    return { kind: "threw", message: error instanceof Error ? error.message : String(error) };
  }
}

/** Answers to a plan, each call made when it is first asked for. */
export function answerPlan(plan: Plan, work: Work): Answers {
  const calls = new Map(plan.calls.map((call) => [call.key, call]));
  const outcomes = new Map<string, Outcome>();
  return {
    getOutcome: (key) => {
      const call = calls.get(key);
      const outcome =
        outcomes.get(key) ??
        (call === undefined
          ? ({ kind: "missing-export" } as const)
          : callFunction(work.implementation, call));
      outcomes.set(key, outcome);
      return outcome;
    },
    getExplanation: (question) => work.explanations[question] ?? "",
  };
}
