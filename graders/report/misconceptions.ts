/** Which misconceptions a class holds, and who holds them. Pure. */

import { findSentences } from "../contract/find-sentences";
import type { Question } from "../contract/question";
import type { SubmissionRecord } from "../contract/record";

export interface Misconception {
  readonly question: string;
  readonly reading: string;
  /** The sentence that its makers read. */
  readonly says: string;
  /** Ids of submissions, in the order of the records, each once. */
  readonly madeBy: readonly string[];
}

/** Most frequent first; equally frequent ones in the order of the questions. */
export function countMisconceptions(
  records: readonly SubmissionRecord[],
  questions: readonly Question[],
): readonly Misconception[] {
  const found = new Map<string, { first: Omit<Misconception, "madeBy">; madeBy: Set<string> }>();
  for (const question of questions) {
    for (const record of records) {
      for (const one of listMisconceptions(record, question)) {
        // One sentence, one misconception: variants of a reading and its parts say the same thing to students.
        const key = JSON.stringify([one.question, one.says]);
        const entry = found.get(key) ?? { first: one, madeBy: new Set<string>() };
        found.set(key, entry);
        entry.madeBy.add(record.submission.id);
      }
    }
  }
  return [...found.values()]
    .map(({ first, madeBy }) => ({ ...first, madeBy: [...madeBy] }))
    .sort((a, b) => b.madeBy.length - a.madeBy.length);
}

function listMisconceptions(
  record: SubmissionRecord,
  { id, feedback }: Question,
): readonly Omit<Misconception, "madeBy">[] {
  const recorded = record.questions.find((one) => one.id === id);
  if (recorded === undefined || !("parts" in recorded)) return [];
  return recorded.parts.flatMap(({ id: partId, finding }) => {
    if (finding.kind !== "explained" || finding.reading.kind !== "misconception") return [];
    const reading = finding.reading.id;
    return [{ question: id, reading, says: findSentences(feedback, partId, reading)?.says ?? reading }];
  });
}
