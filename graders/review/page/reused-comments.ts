/** Comments that people wrote about a question, the most used first. Pure. */
import { compareText } from "../../contract/compare-text";
import type { ReviewDocument } from "../../contract/review-items";
import { wholeWork } from "../../grade/marking/seen";
import type { StandingMarks } from "../../records/hand-marks/standing";

export interface ReusedComment {
  readonly text: string;
  /** Submissions that have it now. */
  readonly count: number;
}

const mostShown = 9;

export function listReusedComments(
  standing: StandingMarks,
  { comments }: ReviewDocument,
  question: string,
): readonly ReusedComment[] {
  const written = comments.filter((one) => one.question === question);
  const counts = new Map(written.map(({ text }) => [text, 0]));
  for (const marks of standing.values()) {
    const own = question === wholeWork ? [...marks.values()].flat() : (marks.get(question) ?? []);
    const texts = new Set(own.map(({ comment }) => comment.trim()));
    for (const text of texts) if (text !== "") counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  return [...counts]
    .map(([text, count]) => ({ text, count }))
    .sort((a, b) => b.count - a.count || compareText(a.text, b.text))
    .slice(0, mostShown);
}
