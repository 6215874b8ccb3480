/** Parts of language tables. Pure. */
import type { Languages } from "./languages";

/** Every language with the given sentences alone. */
export function pickSentences(languages: Languages, sentences: Iterable<string>): Languages {
  const wanted = new Set(sentences);
  const picked = Object.entries(languages).map(([tag, table]) => {
    const entries = Object.entries(table).filter(([sentence]) => wanted.has(sentence));
    return [tag, Object.fromEntries(entries)] as const;
  });
  return Object.fromEntries(picked);
}
