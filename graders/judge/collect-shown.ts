/** The numbers that a page draws, from the student's answers on public inputs. They change no mark. */
import type { ShownNumbers } from "../contract/shown";
import type { Value } from "../contract/value";
import type { Answers } from "./given";
import type { PlannedShown } from "./plan";

/** A name is left out where its function gave no such numbers. */
export function collectShown(shown: readonly PlannedShown[], answers: Answers): ShownNumbers {
  const found = shown.flatMap(({ name, calls, read }) => {
    const numbers = read(calls.map(({ key }) => getValue(answers, key)));
    return numbers?.every(Number.isFinite) ? [[name, numbers]] : [];
  });
  return Object.fromEntries(found);
}

function getValue(answers: Answers, key: string): Value {
  const outcome = answers.getOutcome(key);
  return outcome.kind === "value" ? outcome.value : undefined;
}
