/**
 * The code cells of a notebook as one text: each below a line with its number, below a first line that says so. Whoever
 * reads the text can tell the cells apart again, wherever it has been meanwhile. Pure.
 */

export interface NumberedCell {
  /** Counted from 1; of the notebook's cells of every kind, from its top. */
  readonly number: number;
  readonly text: string;
}

export interface JoinedCell extends NumberedCell {
  /** Of the joined text, counted from 1, that the cell begins on. */
  readonly line: number;
}

const head = "// The code cells of a notebook, each below its number.";
const mark = /^\/\/ Cell (\d{1,9})$/;

/** @param cells with "\n" between lines */
export function joinCells(cells: readonly NumberedCell[]): string {
  const parts = cells.map(({ number, text }) => `// Cell ${number}\n${keepFromMarking(text)}\n`);
  return [`${head}\n`, ...parts].join("\n");
}

/** A student's own comment that reads like a mark is none. */
function keepFromMarking(text: string): string {
  return text.replace(/^\/\/ Cell \d{1,9}$/gm, "$& ");
}

export function isJoined(text: string): boolean {
  return text.startsWith(`${head}\n`) || text.startsWith(`${head}\r\n`);
}

/** The code of each cell by itself: a bracket that one leaves open does not reach into the next. Any other text is one. */
export function listCells(text: string): readonly string[] {
  return isJoined(text) ? cutCells(text).map((cell) => cell.text) : [text];
}

/** None for a text that was not joined. */
export function cutCells(joined: string): readonly JoinedCell[] {
  if (!isJoined(joined)) return [];
  const lines = joined.split(/\r?\n/);
  const starts = lines.flatMap((line, at) => (mark.test(line) ? [at] : []));
  return starts.map((at, index) => ({
    number: Number(mark.exec(lines[at] ?? "")?.[1]),
    line: at + 2,
    text: lines.slice(at + 1, starts[index + 1] ?? lines.length).join("\n"),
  }));
}
