/** For tests: readings of different worth that a part's cases fail to tell apart. */

import { nothingEarlier } from "../contract/nothing-earlier";
import type { CallPart, ValueReading } from "../contract/question";
import { createRandom } from "../judge/random";

/**
 * Pairs "a = b" of value readings with different credit that give the same answer to every case of a seed.
 * Empty is what a part should have. Readings that cannot speak about some case are left out.
 */
export function findCollisions(part: CallPart, seed: string): readonly string[] {
  const inputs = part.cases(createRandom(seed, "collisions")).map((one) => one.input);
  const readings = part.readings.filter((one): one is ValueReading<unknown, unknown> => "answer" in one);
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
