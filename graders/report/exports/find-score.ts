/** Whether a submission has a mark to put into a table. */
import type { Score } from "../../contract/record";
import type { SubmissionScore } from "../../records/scores-document";

/** What could not be run waits for a person: the zero of its score document is nobody's mark. */
export function findScore(submission: SubmissionScore): Score | undefined {
  return submission.status === "not_submitted" || submission.status === "ungradable"
    ? undefined
    : submission.score;
}
