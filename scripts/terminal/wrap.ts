/** Breaks long lines for a terminal. Pure. */

/** Where little room is left beside a label, a line is not made narrower than this. */
const narrowest = 24;

/**
 * At blanks, as late as they allow; never inside of double quotes, so that code can be pasted as it stands. What has no
 * blank stays whole.
 *
 * @param width in characters; undefined where nobody knows, so that nothing is broken
 */
export function wrapText(text: string, width: number | undefined): readonly string[] {
  if (width === undefined || text.length <= width) return [text];
  const room = Math.max(width, narrowest);
  const lines: string[] = [];
  let start = 0;
  let blank = -1;
  let isQuoted = false;
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === '"' && text[at - 1] !== "\\") isQuoted = !isQuoted;
    if (at - start >= room && blank > start) {
      lines.push(text.slice(start, blank));
      start = blank + 1;
      blank = -1;
    }
    if (text[at] === " " && !isQuoted) blank = at;
  }
  return text.length - start > room && blank > start
    ? [...lines, text.slice(start, blank), text.slice(blank + 1)]
    : [...lines, text.slice(start)];
}
