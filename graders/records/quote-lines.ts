/** A few lines of a student's own file, around the one that a compiler complains about. Pure. */
import type { PlacedInWork } from "../contract/code-place";
import type { Excerpt } from "../contract/record";
import type { SourceFile } from "../contract/submission";

const linesAround = 2;
const longestLine = 160;
/** Characters that are kept before a place far to the right. */
const shownBefore = 80;

/**
 * Tabs are as wide as a blank, so that a caret stands where it should.
 *
 * @returns undefined where the file has no such line; below a line of a notebook another cell may begin, so none is quoted
 */
export function quoteLines(files: readonly SourceFile[], place: PlacedInWork): Excerpt | undefined {
  const { path, line, column, cell } = place;
  const lines =
    files
      .find((file) => file.path === path)
      ?.text.replaceAll("\t", " ")
      .split(/\r\n|\r|\n/) ?? [];
  const named = lines[line - 1];
  if (named === undefined) return undefined;
  const above = Math.min(linesAround, cell === undefined ? line - 1 : Math.max(0, cell.line - 1));
  const below = cell === undefined ? linesAround : 0;
  const from = line - above;
  const { text, quotedColumn } = cutAround(named, column);
  const quoted = lines.slice(from - 1, line + below);
  return {
    path,
    from,
    lines: quoted.map((one, at) => (at === above ? text : cutLine(one))),
    at: { line, column, quotedColumn, ...(cell === undefined ? {} : { cell }) },
  };
}

/** A long line from a little before the place. */
function cutAround(text: string, column: number): { readonly text: string; readonly quotedColumn: number } {
  if (column <= longestLine) return { text: cutLine(text), quotedColumn: column };
  const start = column - 1 - shownBefore;
  return { text: `…${cutLine(text.slice(start))}`, quotedColumn: shownBefore + 2 };
}

function cutLine(text: string): string {
  return text.length > longestLine ? `${text.slice(0, longestLine)}…` : text;
}
