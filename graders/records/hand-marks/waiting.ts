/** Which questions of a submission wait for a person, before anybody has decided. Pure. */

import { comparePoints } from "../../contract/points";
import type { RecordedQuestion, SubmissionRecord } from "../../contract/record";
import { hasPoints, listPartVerdicts } from "../../contract/recorded-question";
import { hasUnreadExplanation, hasUnreadWork } from "../../contract/unread-explanation";
import type { PartVerdict } from "../../contract/verdict";

/**
 * Where the submission as a whole is in doubt, every question is that its doubt can touch: all of them after an
 * interference or where nothing was run, else those that lost points.
 */
export function listWaiting(record: SubmissionRecord): readonly RecordedQuestion[] {
  if (record.status === "graded") return [];
  const touches = findDoubt(record);
  return record.questions.filter(
    (one) =>
      one.status !== "not_graded" &&
      (one.status === "pending_manual" || record.unstable?.includes(one.id) || touches(one)),
  );
}

/** The parts of a question that waits which a person has to look at: all of them where the doubt is about none alone. */
export function listDoubtful(record: SubmissionRecord, question: RecordedQuestion): readonly PartVerdict[] {
  const parts = listPartVerdicts(question);
  const isWhole = record.tampering !== null || record.unstable?.includes(question.id) === true;
  const doubtful = parts.filter((part) => isWhole || isDoubtful(part));
  return doubtful.length === 0 ? parts : doubtful;
}

function isDoubtful({ finding, points, maxPoints }: PartVerdict): boolean {
  const isHalved = finding.kind === "explained" && finding.unproven !== undefined;
  return isHalved || finding.kind === "mixed" || comparePoints(points, maxPoints) < 0;
}

function findDoubt(record: SubmissionRecord): (question: RecordedQuestion) => boolean {
  if (record.status === "ungradable" || record.tampering !== null) return () => true;
  const losesWhole =
    record.noneFoundOf !== undefined ||
    record.loadError !== undefined ||
    hasUnreadExplanation(record) ||
    hasUnreadWork(record);
  return losesWhole ? (one) => hasPoints(one) && comparePoints(one.points, one.maxPoints) < 0 : () => false;
}
