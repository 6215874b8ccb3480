/** Wrong answers that few gave: having several in common says more than having the right ones. Pure. */

import { comparePoints } from "../../contract/points";
import type { SubmissionRecord } from "../../contract/record";
import { isJudged } from "../../contract/recorded-question";
import type { PartVerdict } from "../../contract/verdict";
import { describeWork } from "../../records/hand-marks/fingerprint";

/** Question ids by submission, each with the name of the wrong answer. */
export type RareAnswers = ReadonlyMap<string, ReadonlyMap<string, string>>;

const rareShare = 0.05;
const fewestRare = 3;

export function findRareAnswers(records: readonly SubmissionRecord[]): RareAnswers {
  const wrong = records.flatMap((record) =>
    record.questions.flatMap((question) => {
      const isAnswered = isJudged(question) && question.parts.some(isAnswer);
      const isWrong = isAnswered && comparePoints(question.points, question.maxPoints) < 0;
      const { answers } = describeWork(record, question);
      return isWrong ? [{ id: record.submission.id, question: question.id, answers }] : [];
    }),
  );
  const counts = new Map<string, number>();
  const nameAnswer = ({ question, answers }: { readonly question: string; readonly answers: string }) =>
    `${question} ${answers}`;
  for (const one of wrong) counts.set(nameAnswer(one), (counts.get(nameAnswer(one)) ?? 0) + 1);
  const most = Math.max(fewestRare, Math.floor(records.length * rareShare));
  const rare = new Map<string, Map<string, string>>();
  for (const one of wrong) {
    const count = counts.get(nameAnswer(one)) ?? 0;
    if (count < 2 || count > most) continue;
    rare.set(one.id, (rare.get(one.id) ?? new Map()).set(one.question, one.answers));
  }
  return rare;
}

/** What nobody wrote, and what only fails, is alike in many. */
function isAnswer({ evidence, finding }: PartVerdict): boolean {
  return evidence.length > 0 && finding.kind !== "unanswered" && finding.kind !== "failed";
}

/** Ids of the questions that both answered in the same rare and wrong way. */
export function listSharedRare(rare: RareAnswers, left: string, right: string): readonly string[] {
  const others = rare.get(right);
  return [...(rare.get(left) ?? [])].flatMap(([question, answers]) =>
    others?.get(question) === answers ? [question] : [],
  );
}
