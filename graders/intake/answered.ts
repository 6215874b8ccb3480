/** Which functions a source answers, by its text alone: the starter's stubs are known by what they return. Pure. */

/** Declared there, and something else than the starter's stub. */
export function isAnswered(name: string, text: string): boolean {
  return listAnswered(text).has(name);
}

/** All that is, in one look at the text, however many names are asked for. */
export function listAnswered(text: string): ReadonlySet<string | undefined> {
  const declared = [...text.matchAll(/(?:function|const|let|var)(?=\s+(\w+))/g)].map(([, name]) => name);
  const stubs = new Set([...text.matchAll(/notAnsweredYet\(\s*["'`](\w+)["'`]/g)].map(([, name]) => name));
  return new Set(declared.filter((name) => !stubs.has(name)));
}

/** The functions of a source that answers none of them; null when something else is exported, or nothing is asked. */
export function listOpen(text: string): readonly string[] | null {
  const open = [...text.matchAll(/notAnsweredYet\(\s*["'`](\w+)["'`]/g)].map(([, name]) => name);
  const known = new Set<string | undefined>([...open, "name"]);
  const exported = [...text.matchAll(/\bexports?\b(?:\s+(?:async\s+)?(?:function|const|let|var)\s+(\w+))?/g)];
  const isUntouched = open.length > 0 && exported.every(([, name]) => known.has(name));
  return isUntouched ? open.filter((name) => name !== undefined) : null;
}
