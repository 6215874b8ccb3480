/** Names of files and folders as people may safely see them. */

/** Control characters, line separators, text-direction marks, undecodable bytes, and what our own escapes use. */
const oddCharacters = /[\p{Cc}\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069\uFFFD\\]/gu;

/** True for a name that could disguise itself on a page or in a terminal. */
export function isOddName(name: string): boolean {
  return name.search(oddCharacters) !== -1;
}

/** The name with every odd character written out; unequal names stay unequal. */
export function escapeName(name: string): string {
  return name.replace(oddCharacters, (odd) => `\\u{${odd.codePointAt(0)?.toString(16)}}`);
}

/** Order by code point, the same on every machine. */
export function compareNames(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}
