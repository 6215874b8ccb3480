/** Keys of sentences in a question of several parts. */
import type { ReadingSentences } from "../../../contract/question";

/** Puts the part's id before each reading's, as feedback wants it where parts share ids. */
export function sayInPart(
  part: string,
  sentences: Readonly<Record<string, ReadingSentences>>,
): Record<string, ReadingSentences> {
  return Object.fromEntries(Object.entries(sentences).map(([id, sentence]) => [`${part}/${id}`, sentence]));
}
