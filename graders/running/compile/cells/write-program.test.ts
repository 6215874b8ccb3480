import { cutCells, joinCells } from "../../../contract/joined-cells";
import { ts } from "../compiler-api";
import { breakCell, type Cell, readCell } from "./read-cell";
import { writeProgram } from "./write-program";

const lines = 3;
const columns = Array.from({ length: 40 }, (_, at) => at + 1);
const before = [[], ["const a = 1"], ["const a = 1", "f(a)"]];

/** Where the program makes the error that tells of the only broken cell, in that cell's lines and columns. */
function findError(
  cells: readonly Cell[],
  joined: string,
): { readonly line: number; readonly column: number } {
  const written = writeProgram(joined, cells);
  const file = ts.createSourceFile("program.ts", written, ts.ScriptTarget.ES2022, true);
  expect(file).toMatchObject({ parseDiagnostics: [] });
  const { line, character } = file.getLineAndCharacterOfPosition(written.indexOf("new SyntaxError("));
  return { line: line + 2 - (cells.at(-1)?.line ?? 0), column: character + 1 };
}

test("what is broken is told of where it stands, in whatever line and column", () => {
  const wrong = before.flatMap((texts) =>
    Array.from({ length: lines }, (_, at) => at + 1).flatMap((line) =>
      columns.filter((column) => {
        const broken = Array.from({ length: lines }, () => "x".repeat(50)).join("\n");
        const joined = joinCells([...texts, broken].map((text, at) => ({ number: at + 1, text })));
        const cells = cutCells(joined).map((cell) =>
          cell.number > texts.length ? breakCell(cell, { line, column }, "';' expected.") : readCell(cell),
        );
        const found = findError(cells, joined);
        return found.line !== line || found.column !== column;
      }),
    ),
  );
  expect(wrong).toEqual([]);
});
