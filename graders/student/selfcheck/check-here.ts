/**
 * Checks one question with functions that are at hand, in this very process: what a cell of the notebook does. The
 * calls, the reading of answers and the judgement are those of the selfcheck; there is no sandbox and no limit of time.
 */
import type { Limits } from "../../contract/limits";
import type { Outcome } from "../../contract/outcome";
import type { Call } from "../../contract/value";
import { encodeCall, nameCall } from "../../contract/wire";
import { decodeArgs } from "../../running/sandbox/child/decode-args";
import { encodeAnswer } from "../../running/sandbox/child/encode-answer";
import { decodeValue } from "../../running/sandbox/decode-value";
import type { PublicQuestion } from "../public/public-assignment";
import { judgeChecks } from "./judge-checks";
import type { QuestionResult } from "./result";

/** By the names that they are exported under. */
export type FunctionsAtHand = Readonly<Record<string, unknown>>;

/** What is printed stands where it is printed, and texts in the cells around: neither is told again. */
export async function checkHere(
  question: PublicQuestion,
  functions: FunctionsAtHand,
  limits: Limits,
): Promise<QuestionResult> {
  const calls = question.checks.flatMap((check) => [...check.calls, ...(check.besides ?? [])]);
  const outcomes = new Map<string, Outcome>();
  for (const call of calls) {
    const key = nameCall(encodeCall(call));
    if (!outcomes.has(key)) outcomes.set(key, await callHere(call, functions, limits));
  }
  const missing: Outcome = { kind: "missing-export" };
  const names = Object.keys(functions);
  return judgeChecks({ ...question, asksForText: false }, new Set(names), {
    exports: names.map((name) => ({ name, type: typeof functions[name] })),
    written: { words: new Set(), declared: [], exported: new Map(), members: [] },
    getOutcome: (call) => outcomes.get(nameCall(encodeCall(call))) ?? missing,
    getTrace: () => ({ at: null, printed: "" }),
    getText: () => "",
  });
}

/** On arguments of its own, which it may change. */
async function callHere(call: Call, functions: FunctionsAtHand, limits: Limits): Promise<Outcome> {
  const called = functions[call.export];
  if (typeof called !== "function") return { kind: "missing-export" };
  const bounds = { depth: limits.answerDepth, nodes: limits.answerNodes, bytes: limits.answerBytes };
  try {
    const args = decodeArgs(JSON.parse(encodeCall(call).argsText) as unknown[]);
    const decoded = decodeValue(encodeAnswer(await Reflect.apply(called, undefined, args), bounds), limits);
    if (decoded.kind === "decoded") return { kind: "value", value: decoded.value };
    return decoded.kind === "too-large"
      ? { kind: "too-large", limit: decoded.limit }
      : { kind: "tampering", because: decoded.because };
  } catch (error) {
    return { kind: "threw", message: describeThrown(error) };
  }
}

/** As the runner writes it. */
function describeThrown(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}` : `${typeof error}: ${String(error)}`;
}
