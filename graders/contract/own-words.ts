/** A text without what was copied from another: the question's own words are no explanation of an answer. */

/** Words in a row that nobody writes again by chance. */
const run = 5;

/** @param source the text that may have been copied from, such as the question's statement */
export function removeCopied(text: string, source: string): string {
  const words = [...text.matchAll(/[\p{L}\p{N}]+/gu)];
  const known = listRuns(split(source));
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

function listRuns(words: readonly string[]): ReadonlySet<string> {
  const runs = new Set<string>();
  for (let at = 0; at + run <= words.length; at++) runs.add(words.slice(at, at + run).join(" "));
  return runs;
}
