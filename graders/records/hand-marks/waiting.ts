/** Which questions of a submission wait for a person, before anybody has decided. Pure. */
import { comparePoints } from "../../contract/points";
import type { RecordedQuestion, SubmissionRecord } from "../../contract/record";
import { hasUnreadExplanation } from "../../contract/unread-explanation";

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

function findDoubt(record: SubmissionRecord): (question: RecordedQuestion) => boolean {
  if (record.status === "ungradable" || record.tampering !== null) return () => true;
  const losesWhole =
    record.noneFoundOf !== undefined || record.loadError !== undefined || hasUnreadExplanation(record);
  return losesWhole ? (one) => "points" in one && comparePoints(one.points, one.maxPoints) < 0 : () => false;
}
