/** Turns a compiler's report into one sentence that a student can act on. */

const maxLength = 500;

/**
 * Reads swc's report: the complaint after "x" or "×", and below it numbered source lines with a marker under the
 * place. No path of the grader survives.
 *
 * @param path the file as the student knows it
 */
export function describeSyntaxError(report: string, path: string): string {
  const lines = report.split("\n");
  const complaint = lines.find((line) => /^\s*[x×] /.test(line))?.replace(/^\s*[x×] /, "");
  const place = findPlace(lines);
  return finishSentence(`${path}${place}: ${complaint ?? lines[0] ?? "does not compile"}`);
}

/** One line, at most 500 characters, with a full stop. */
export function finishSentence(text: string): string {
  const line = text.replace(/\s+/g, " ").trim();
  if (line.length >= maxLength) return `${line.slice(0, maxLength - 1)}…`;
  return /[.!?…]$/.test(line) ? line : `${line}.`;
}

/** ", line 3", from the numbered line above the first marker, or from the bracketed position where none is drawn. */
function findPlace(lines: readonly string[]): string {
  const marker = lines.findIndex((line) => /^\s*[:·] .*\^/.test(line));
  const numbered = lines
    .slice(0, Math.max(marker, 0))
    .reverse()
    .map((line) => /^\s*(\d+) [|│]/.exec(line)?.[1]);
  const fromMarker = numbered.find((number) => number !== undefined);
  const number = fromMarker ?? /\[[^[\]\n]*:(\d+):\d+\]/.exec(lines.join("\n"))?.[1];
  return number === undefined ? "" : `, line ${number}`;
}
