/** Whether a record that was read can be trusted, and whether it can stand for a new run. Pure. */

import { addPoints, comparePoints } from "../contract/points";
import type { SubmissionRecord } from "../contract/record";
import { isJudged } from "../contract/recorded-question";
import { parseJson, SchemaError } from "../contract/schemas/ajv";
import schema from "../contract/schemas/record.schema.json";
import { compileKept } from "../validators/kept-validators";
import { listPoints } from "./record";

const recordSchema = compileKept<SubmissionRecord>(schema);

/**
 * Checks the schema, and that the points add up.
 *
 * @throws SchemaError naming the file and the place
 */
export function checkRecord(value: unknown, file: string): SubmissionRecord {
  const record = recordSchema.check(value, file);
  const wrong = listSums(record).find(({ stated, added }) => comparePoints(stated, added) !== 0);
  if (wrong !== undefined) {
    const { place, stated, added } = wrong;
    throw new SchemaError(`${file}: at ${place}: expected ${added}, the sum of its parts, got ${stated}`);
  }
  return record;
}

/** Reads and checks a record's JSON text. @throws SchemaError */
export function parseRecord(text: string, file: string): SubmissionRecord {
  return checkRecord(parseJson(text, file), file);
}

interface StatedSum {
  readonly place: string;
  readonly stated: string;
  readonly added: string;
}

/** Every stated sum with what it should be. */
function listSums(record: SubmissionRecord): readonly StatedSum[] {
  const sums = record.questions.flatMap((one, index) => {
    if (!isJudged(one)) return [];
    const added = addPoints(one.parts.map((part) => part.points));
    return [{ place: `/questions/${index}/points`, stated: one.points, added }];
  });
  const { score, questions } = record;
  if (score === undefined) return sums;
  return [
    ...sums,
    { place: "/score/points", stated: score.points, added: addPoints(listPoints(questions, false)) },
    { place: "/score/bonus", stated: score.bonus, added: addPoints(listPoints(questions, true)) },
  ];
}

/** True when two records say the same; when each was made does not count. */
export function isSameApartFromClock(a: SubmissionRecord, b: SubmissionRecord): boolean {
  return JSON.stringify({ ...a, clock: null }) === JSON.stringify({ ...b, clock: null });
}
