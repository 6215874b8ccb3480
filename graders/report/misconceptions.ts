/** Which misconceptions a class holds, and who holds them. Pure. */

import { compareText } from "../contract/compare-text";
import { findSentences } from "../contract/find-sentences";
import type { Feedback, Question } from "../contract/question";
import type { RecordedQuestion, SubmissionRecord } from "../contract/record";
import { isJudged } from "../contract/recorded-question";
import type { ReadingRef } from "../contract/verdict";

export interface Misconception {
  readonly question: string;
  readonly reading: string;
  /** The sentence that its makers read. */
  readonly says: string;
  /** Ids of submissions, in the order of the records, each once. */
  readonly madeBy: readonly string[];
}

/** Most frequent first; equally frequent ones in the order of the questions, then of their sentences: no order of people. */
export function countMisconceptions(
  records: readonly SubmissionRecord[],
  questions: readonly Question[],
): readonly Misconception[] {
  const found = new Map<string, { first: Omit<Misconception, "madeBy">; madeBy: Set<string> }>();
  // Each record is read once: of a large class they are packed.
  for (const record of records) {
    const recorded = new Map(record.questions.map((one) => [one.id, one]));
    for (const question of questions) {
      for (const one of listMisconceptions(recorded.get(question.id), question)) {
        // One sentence, one misconception: variants of a reading and its parts say the same thing to students.
        const key = JSON.stringify([one.question, one.says]);
        const entry = found.get(key) ?? { first: one, madeBy: new Set<string>() };
        found.set(key, entry);
        entry.madeBy.add(record.submission.id);
      }
    }
  }
  const order = (one: Misconception): number => questions.findIndex(({ id }) => id === one.question);
  return [...found.values()]
    .map(({ first, madeBy }) => ({ ...first, madeBy: [...madeBy] }))
    .sort((a, b) => b.madeBy.length - a.madeBy.length || order(a) - order(b) || compareText(a.says, b.says));
}

function listMisconceptions(
  recorded: RecordedQuestion | undefined,
  { id, feedback }: Question,
): readonly Omit<Misconception, "madeBy">[] {
  if (recorded === undefined || !isJudged(recorded)) return [];
  return recorded.parts.flatMap(({ id: partId, finding }) => {
    if (finding.kind !== "explained" || finding.reading.kind !== "misconception") return [];
    return listSlips(finding.reading, feedback, partId).map((reading) => ({
      question: id,
      reading,
      says: findSentences(feedback, partId, reading)?.says ?? reading,
    }));
  });
}

/** Each slip by itself, whatever it came together with; of a reading without options, the reading. */
function listSlips({ id, picks = {} }: ReadingRef, feedback: Feedback, partId: string): readonly string[] {
  const slips = Object.values(picks).filter(
    (option) => findSentences(feedback, partId, option)?.hint !== undefined,
  );
  return slips.length > 0 ? slips : [id];
}
