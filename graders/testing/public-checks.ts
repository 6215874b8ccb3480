/** For tests: runs a question's public checks on plain functions in this process. */
import type { Question } from "../contract/question";
import type { Value } from "../contract/value";
import type { Implementation } from "./judge-implementation";

/** Ids of the public checks that a submission does not pass, each with what the check expected. */
export function listFailedChecks(question: Question, implementation: Implementation): readonly string[] {
  return question.publicChecks.flatMap((check) => {
    const answers = check.calls.map(
      (call) => implementation[call.export]?.(...(structuredClone(call.args) as never[])) as Value,
    );
    const mismatch = check.findMismatch(answers);
    return mismatch === null ? [] : [`${check.id}: expected ${mismatch}`];
  });
}
