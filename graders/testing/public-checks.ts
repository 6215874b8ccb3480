/** For tests: runs a question's public checks on plain functions in this process. */
import type { Question } from "../contract/question";
import type { Call, Value } from "../contract/value";
import type { Implementation } from "./judge-implementation";

/**
 * What is expected by the public checks that a submission does not pass, each behind the check's id. As for students, a
 * check that holds it against functions of other questions stands aside where they are not there.
 *
 * @param text what it says about the question
 */
export function listFailedChecks(
  question: Question,
  implementation: Implementation,
  text = "",
): readonly string[] {
  const own = new Set(question.parts.flatMap((part) => (part.kind === "call" ? [part.export] : [])));
  const isThere = (call: Call): boolean => own.has(call.export) || call.export in implementation;
  return question.publicChecks
    .filter((check) => check.calls.every(isThere))
    .flatMap((check) => {
      const calls = [...check.calls, ...(check.besides ?? [])];
      const answers = calls.map((call) => callFunction(implementation, call));
      const mismatch = check.findMismatch(answers, text);
      return mismatch === null ? [] : [`${check.id}: expected ${mismatch}`];
    });
}

function callFunction(implementation: Implementation, { export: name, args }: Call): Value {
  return implementation[name]?.(...(structuredClone(args) as never[])) as Value;
}
