/** Finding what a student reads about a reading, or about answers that none explains. */
import type { Feedback, ReadingSentences } from "./question";

/** Those of the part first, then those of the question. */
export function findSentences(
  feedback: Feedback | undefined,
  partId: string,
  readingId: string,
): ReadingSentences | undefined {
  return feedback?.readings[`${partId}/${readingId}`] ?? feedback?.readings[readingId];
}

export const findUnexplained = (feedback: Feedback | undefined, partId: string): string | undefined =>
  feedback?.parts?.[partId]?.unexplained ?? feedback?.unexplained;
