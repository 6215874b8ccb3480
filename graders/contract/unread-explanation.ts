/** Work and explanations that belong to no question, or could not be read: nobody would see them unless a person is told. */
import { isRealExplanation } from "./explanation";
import { comparePoints } from "./points";
import type { SubmissionRecord } from "./record";
import { hasPoints } from "./recorded-question";

type Unread = Pick<SubmissionRecord, "questions" | "unassigned" | "explanationsTooLarge">;

/** The texts that a person should read, in the order they were found. */
export function listUnreadTexts({ unassigned = [] }: Pick<Unread, "unassigned">): readonly string[] {
  return unassigned.filter(isRealExplanation);
}

/** Whether a person could still give points for them: where nothing is lost, there is nothing to look for. */
export function hasUnreadExplanation(record: Unread): boolean {
  if (record.explanationsTooLarge !== true && listUnreadTexts(record).length === 0) return false;
  return losesPoints(record.questions);
}

/** Whether a person could give points for a file that was not read. */
export function hasUnreadWork({
  unread = [],
  questions,
}: Pick<SubmissionRecord, "unread" | "questions">): boolean {
  return unread.length > 0 && losesPoints(questions);
}

export function losesPoints(questions: SubmissionRecord["questions"]): boolean {
  return questions.some((one) => hasPoints(one) && comparePoints(one.points, one.maxPoints) < 0);
}
