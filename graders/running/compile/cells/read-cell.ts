/** Reads one cell of a notebook by itself, as a kernel does: its statements, or what keeps it from being run. */
import type { JoinedCell } from "../../../contract/joined-cells";
import { ts } from "../compiler-api";
import { finishSentence } from "../diagnostics";

export interface ReadCell extends JoinedCell {
  readonly file: ts.SourceFile;
}

/** A cell that is left out of the program. */
export interface BrokenCell extends JoinedCell {
  /** Of the cell's own lines, counted from 1. */
  readonly at: { readonly line: number; readonly column: number };
  /** A sentence of the compiler's, or of ours. */
  readonly complaint: string;
}

export type Cell = ReadCell | BrokenCell;

export function isBroken(cell: Cell): cell is BrokenCell {
  return "complaint" in cell;
}

/** What Jupyter passes on to Python's kernel, and no other one knows. */
const command = /^\s*(?:[%!?]|\w[\w.]*\?{1,2}\s*$)/;
const isCommand =
  "A line that begins with %, ! or ? is a command of a Python notebook, and no TypeScript: remove it.";

export function readCell(cell: JoinedCell): Cell {
  const file = ts.createSourceFile("cell.ts", cell.text, ts.ScriptTarget.ES2022, true, ts.ScriptKind.TS);
  // TypeScript has no public way of asking for what its parser alone says of one text.
  const { parseDiagnostics } = file as unknown as {
    readonly parseDiagnostics: readonly ts.DiagnosticWithLocation[];
  };
  const [first] = parseDiagnostics;
  if (first === undefined) return { ...cell, file };
  const end = cell.text.trimEnd().length;
  const { line, character } = file.getLineAndCharacterOfPosition(Math.min(first.start, end));
  return breakCell(
    cell,
    { line: line + 1, column: character + 1 },
    ts.flattenDiagnosticMessageText(first.messageText, " "),
  );
}

export function breakCell(cell: JoinedCell, at: BrokenCell["at"], complaint: string): BrokenCell {
  const { number, line, text } = cell;
  const written = text.split("\n")[at.line - 1] ?? "";
  return {
    number,
    line,
    text,
    at,
    complaint: command.test(written) ? isCommand : finishSentence(complaint),
  };
}
