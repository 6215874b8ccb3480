/** Names of people as platforms write them. Pure. */

/** Letters and digits alone, in lower case: platforms leave out punctuation and blanks. */
export function foldPersonName(name: string): string {
  return name
    .normalize("NFC")
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, "");
}

/** "Ada King Lovelace" is also written "Lovelace, Ada King": every word may come first, the order stays. */
export function listNameForms(name: string): ReadonlySet<string> {
  const words = name
    .slice(0, 200)
    .split(/[\s,]+/, 10)
    .filter((word) => word !== "");
  return new Set(words.map((_, at) => foldPersonName([...words.slice(at), ...words.slice(0, at)].join(""))));
}
