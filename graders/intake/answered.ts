/** Which functions a source answers, by its text alone: the starter's stubs are known by what they return. Pure. */

/** Exported by a source: a bundle of programs declares whatever it likes. */
export function isAnsweredIn(name: string, text: string): boolean {
  return /\bexports?\b/.test(text) && isAnswered(name, text);
}

/** Declared there, and something else than the starter's stub. */
export function isAnswered(name: string, text: string): boolean {
  const isDeclared = new RegExp(`(?:function|const|let|var)\\s+${name}\\b`).test(text);
  return isDeclared && !new RegExp(`notAnsweredYet\\(\\s*["'\`]${name}["'\`]`).test(text);
}

/** The functions of a source that answers none of them; null when something else is exported, or nothing is asked. */
export function listOpen(text: string): readonly string[] | null {
  const open = [...text.matchAll(/notAnsweredYet\(\s*["'`](\w+)["'`]/g)].map(([, name]) => name);
  const known: readonly (string | undefined)[] = [...open, "name"];
  const exported = [...text.matchAll(/\bexports?\b(?:\s+(?:async\s+)?(?:function|const|let|var)\s+(\w+))?/g)];
  const isUntouched = open.length > 0 && exported.every(([, name]) => known.includes(name));
  return isUntouched ? open.filter((name) => name !== undefined) : null;
}
