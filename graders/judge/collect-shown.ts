/** The numbers that a page draws, from the student's answers on public inputs. They change no mark. */
import { collectNumbers, type ShownNumbers } from "../contract/shown";
import type { Value } from "../contract/value";
import type { Answers } from "./given";
import type { PlannedShown } from "./plan";

/** A name is left out where its function gave no such numbers. */
export function collectShown(shown: readonly PlannedShown[], answers: Answers): ShownNumbers {
  return collectNumbers(
    shown.map(({ name, calls, read }) => [name, read(calls.map(({ key }) => getValue(answers, key)))]),
  );
}

function getValue(answers: Answers, key: string): Value {
  const outcome = answers.getOutcome(key);
  return outcome.kind === "value" ? outcome.value : undefined;
}
