/** Conventions that are mixed from input to input: each is fine, and two of them explain what none does alone. */
import type { CallPart, Trial } from "../contract/question";
import type { PartFinding } from "../contract/verdict";
import { type AnyReading, findExpected, refer } from "./readings";

/** Two accepted readings that together explain every case; worth the lower of their credits. */
export function findMix(
  part: CallPart,
  readings: readonly AnyReading[],
  trials: readonly Trial<unknown, unknown>[],
): PartFinding | undefined {
  const accepted = readings.filter((one) => one.kind === "reference" || one.kind === "convention");
  const sets = accepted.map((reading) => trials.map((trial) => findExpected(part, reading, trial)));
  for (let a = 0; a < sets.length; a++) {
    for (let b = a + 1; b < sets.length; b++) {
      const readingsOfMix = [accepted[a], accepted[b]].flatMap((one) =>
        one === undefined ? [] : [refer(one)],
      );
      const pairs = trials.flatMap(({ answer, input }, at) => {
        // Null is an answer: there is none.
        const expected = [sets[a]?.[at], sets[b]?.[at]].filter((one) => one !== undefined);
        return expected.length === 0 ? [] : [{ expected: expected[0], came: answer, input }];
      });
      if (pairs.length === trials.length && part.model?.areAlike?.(pairs) !== false)
        return { kind: "mixed", readings: readingsOfMix };
    }
  }
  return undefined;
}
