/** A text without what was copied from another: the question's own words are no explanation of an answer. */

/** Words in a row that nobody writes again by chance. */
const run = 5;

export type RemoveCopied = (text: string) => string;

/** @param sources texts that may have been copied from, such as the questions' statements; read once for all texts */
export function makeCopyRemover(sources: readonly string[]): RemoveCopied {
  const known = new Set(sources.flatMap((source) => listRuns(split(source))));
  return (text) => removeRuns(text, known);
}

function removeRuns(text: string, known: ReadonlySet<string>): string {
  const words = [...text.matchAll(/[\p{L}\p{N}]+/gu)];
  const spelled = words.map(([word]) => word.toLowerCase());
  const copied = new Set<number>();
  for (let at = 0; at + run <= spelled.length; at++) {
    if (!known.has(spelled.slice(at, at + run).join(" "))) continue;
    for (let next = at; next < at + run; next++) copied.add(next);
  }
  if (copied.size === 0) return text;
  return words.flatMap(([word], at) => (copied.has(at) ? [] : [word])).join(" ");
}

function split(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

function listRuns(words: readonly string[]): readonly string[] {
  return words
    .slice(0, Math.max(0, words.length - run + 1))
    .map((_, at) => words.slice(at, at + run).join(" "));
}
