/**
 * Text that somebody else wrote (names, ids, messages), made harmless for the eye before any format escapes it:
 * no terminal sequences, no invisible reordering, no endless lines.
 */

/** Explicit reordering of text: what follows would be shown in another order than it stands. */
const reordering = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu;

/** Half of a character outside the basic plane, which no encoding can write. */
const halfSign = /\p{Cs}/gu;

/** One line: line breaks become blanks, control characters and reordering marks become "�". */
export function cleanLine(text: string, longest = 300): string {
  const line = cleanBlock(text)
    .replace(/[\s\u2028\u2029]+/gu, " ")
    .trim();
  return line.length > longest ? `${line.slice(0, longest).replace(halfSign, "")}…` : line;
}

/** Nearly all texts: of a page with figures, thousands. */
const harmless = /^[\n\t\x20-\x7e]*$/;

/** Several lines: line breaks and tabs stay. */
export function cleanBlock(text: string): string {
  if (harmless.test(text)) return text;
  return text
    .replace(/\r\n?/g, "\n")
    .replace(/(?![\n\t])\p{Cc}/gu, "\uFFFD")
    .replace(halfSign, "\uFFFD")
    .replace(reordering, "\uFFFD");
}
