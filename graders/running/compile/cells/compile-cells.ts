/** Compiles what was joined from a notebook's cells; what the compiler refuses costs its cell alone. */
import { cutCells, type JoinedCell } from "../../../contract/joined-cells";
import { ts } from "../compiler-api";
import { listModifiers } from "./declared";
import { breakCell, type Cell, isBroken, readCell } from "./read-cell";
import { writeProgram } from "./write-program";

/** What the compiler says of a text that it refuses; `at` is null where it does not tell. */
interface Refused {
  readonly complaint: string;
  readonly at: { readonly line: number; readonly column: number } | null;
}

export type CompileText<T> = (text: string) => { readonly compiled: T } | { readonly refused: Refused };

export type CompiledCells<T> =
  | { readonly kind: "compiled"; readonly compiled: T }
  /** Nothing that could be asked is left. */
  | { readonly kind: "broken"; readonly complaint: string; readonly at: { line: number; column: number } }
  /** Not to be taken apart here: whatever the whole text is, has to be told. */
  | { readonly kind: "undone" };

/** @param joined by `joinCells` */
export function compileCells<T>(joined: string, compile: CompileText<T>): CompiledCells<T> {
  const text = joined.replace(/\r\n/g, "\n");
  try {
    let cells: readonly Cell[] = cutCells(text).map(readCell);
    let isLookedAt = false;
    for (;;) {
      const lost = nameLoss(cells);
      if (lost !== null) return lost;
      const result = compile(writeProgram(text, cells));
      if ("compiled" in result) return { kind: "compiled", ...result };
      const fewer: readonly Cell[] = isLookedAt
        ? leaveOutAt(cells, result.refused)
        : cells.map((cell) => lookAt(cell, compile));
      if (isLookedAt && fewer === cells) return { kind: "undone" };
      cells = fewer;
      isLookedAt = true;
    }
  } catch (error) {
    // Expressions nested deeper than a parser can follow.
    if (error instanceof RangeError) return { kind: "undone" };
    throw error;
  }
}

/** By itself. */
function lookAt<T>(cell: Cell, compile: CompileText<T>): Cell {
  if (isBroken(cell)) return cell;
  const result = compile(`${cell.text}\nexport {};`);
  if ("compiled" in result) return cell;
  const { at, complaint } = result.refused;
  return breakCell(cell, keepWithin(cell, at), complaint);
}

function keepWithin(cell: JoinedCell, at: Refused["at"]): { line: number; column: number } {
  const lines = cell.text.trimEnd().split("\n");
  if (at === null || at.line < 1) return { line: 1, column: 1 };
  if (at.line <= lines.length) return at;
  return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
}

/** The one that the compiler points to in the whole. */
function leaveOutAt(cells: readonly Cell[], { at, complaint }: Refused): readonly Cell[] {
  const index = at === null ? -1 : cells.findLastIndex(({ line }) => line <= at.line);
  const cell = cells[index];
  if (at === null || cell === undefined || isBroken(cell)) return cells;
  const within = { line: at.line - cell.line + 1, column: at.column };
  return cells.with(index, breakCell(cell, keepWithin(cell, within), complaint));
}

/** The first broken cell where no other exports anything but a name. */
function nameLoss(cells: readonly Cell[]): Extract<CompiledCells<never>, { kind: "broken" }> | null {
  const first = cells.find(isBroken);
  if (first === undefined || cells.some((one) => !isBroken(one) && exportsAnswer(one.file))) return null;
  const { at, line, complaint } = first;
  return { kind: "broken", complaint, at: { line: line + at.line - 1, column: at.column } };
}

function exportsAnswer({ statements }: ts.SourceFile): boolean {
  return statements.some((one) => {
    if (ts.isExportDeclaration(one) || ts.isExportAssignment(one)) return true;
    const isName = ts.isVariableStatement(one) && /^export\s+(?:const|let|var)\s+name\b/.test(one.getText());
    return !isName && listModifiers(one).some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);
  });
}
