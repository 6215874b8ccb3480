/** A place in a student's own work, and what was printed, as lines to read. Pure. */
import type { CellPlace } from "../../contract/code-place";
import type { Detail } from "./line";
import type { Pointed } from "./pointed";
import type { Say } from "./say";

/** Characters of a line that are shown, and of those before the place. */
const shownWidth = 120;
const shownBefore = 80;
const mostPrintedLines = 5;

/** "submission.ts:12:7", as editors open it, or the cell of a notebook. */
export function formatPlace(
  { path, line, column }: { readonly path: string; readonly line: number; readonly column: number },
  cell: CellPlace | null,
  say: Say,
): string {
  if (cell === null) return `${path}:${line}:${column}`;
  return say("inCell", { n: cell.number, nLine: cell.line, nColumn: column });
}

/** The place, the line, and a caret below it. */
export function viewPointed(at: Pointed | null, say: Say): readonly Detail[] {
  if (at === null) return [];
  return [{ label: say("at"), text: formatPlace(at, at.cell, say) }, ...quoteLine(at.source, at.column)];
}

/** A line with a caret below the column; a long line is shown around it. */
export function quoteLine(source: string, column: number): readonly Detail[] {
  if (source.trim() === "") return [];
  const blanks = source.length - source.trimStart().length;
  const from = Math.max(Math.min(blanks, column - 1), column - 1 - shownBefore);
  const text = source.slice(from, from + shownWidth).replaceAll("\t", " ");
  return [
    { label: "", text: text.trimEnd(), isVerbatim: true },
    { label: "", text: `${" ".repeat(column - 1 - from)}^`, isVerbatim: true },
  ];
}

/** The first lines of what a call printed. */
export function viewPrinted(printed: string, say: Say): readonly Detail[] {
  const lines = printed.trimEnd().split(/\r\n|\r|\n/);
  if (printed.trim() === "") return [];
  const shown = lines.slice(0, mostPrintedLines).map((line, index) => ({
    label: index === 0 ? say("printed") : "",
    text: line.length > shownWidth ? `${line.slice(0, shownWidth)}…` : line,
  }));
  return lines.length > mostPrintedLines ? [...shown, { label: "", text: "…" }] : shown;
}
