/** For tests: options, or readings, of different worth that a part's cases fail to tell apart. */

import { nothingEarlier } from "../contract/nothing-earlier";
import type { CallPart } from "../contract/question";
import type { PlannedCase } from "../judge/plan";
import { separateVectors } from "../verify/separate-vectors";

/** Options by themselves: their pairs are for the release check. */
const noPairs = { step: Number.POSITIVE_INFINITY, first: -1 };

/** "a = b" where the answers of the one are taken for the other's; empty is what a part should have. */
export function findCollisions(part: CallPart, cases: readonly PlannedCase[]): readonly string[] {
  const { model } = part;
  if (model === undefined) return compareReadings(part, cases);
  const earlier = cases.map(() => nothingEarlier);
  const { confusions } = separateVectors(part, model, cases, {
    earlier,
    mayCarry: false,
    judged: "nobody",
    pairs: noPairs,
  });
  // Nobody's earlier work says nothing for what looks back at it.
  const lookBack = Object.values(model.choices).flatMap((options) => options.filter((one) => one.looksBack));
  return confusions
    .filter(({ answered }) => !lookBack.some(({ id }) => answered.startsWith(id)))
    .map(({ answered, takenFor }) => `${answered} = ${takenFor}`);
}

/** Value readings with different credit that give the same answer to every case. */
function compareReadings(part: CallPart, cases: readonly PlannedCase[]): readonly string[] {
  const inputs = cases.map((one) => one.case.input);
  const readings = part.readings.filter((one) => one.by === "value");
  const answered = readings.flatMap((reading) => {
    const answers = inputs.map((input) => reading.answer(input, nothingEarlier));
    return answers.includes(undefined) ? [] : [{ reading, answers }];
  });
  return answered.flatMap((a, index) =>
    answered.slice(index + 1).flatMap((b) => {
      const isSame = inputs.every((input, at) => part.isSame(a.answers[at], b.answers[at], input));
      return isSame && a.reading.credit !== b.reading.credit ? [`${a.reading.id} = ${b.reading.id}`] : [];
    }),
  );
}
