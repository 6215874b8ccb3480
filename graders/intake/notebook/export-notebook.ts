/**
 * From a notebook to the files of a submission: the code cells, in order, are `submission.ts`; Markdown cells under a
 * heading with a question's id in backquotes are its section of `answers.md`.
 */
import type { Message } from "../../contract/message";
import { refuse } from "../remarks";
import { type ReadCell, readNotebook } from "./notebook";

export type ExportedNotebook =
  | { readonly kind: "exported"; readonly submission: string; readonly answers: string }
  | { readonly kind: "refused"; readonly says: Message };

/** Cells with this tag are tried out in the notebook and stay there. */
export const scratchTag = "scratch";

/** Counted from 1; of the notebook's cells of every kind, from its top. */
export interface CellPlace {
  readonly number: number;
  /** Of the cell's own lines. */
  readonly line: number;
}

/** Where a line of an exported submission stands in its notebook. @param line counted from 1 */
export function findCell(submission: string, line: number): CellPlace | null {
  const above = submission.split("\n").slice(0, line);
  const start = above.findLastIndex((one) => cellComment.test(one));
  const [, number] = cellComment.exec(above[start] ?? "") ?? [];
  return number === undefined ? null : { number: Number(number), line: line - start - 1 };
}

const cellComment = /^\/\/ Cell (\d+)$/;
const explanationHeading = /^\s*#{1,6}\s+`([\w-]+)`.*(?:\n|$)/;
const placeholder = /^\W*your answer here\W*$/i;

/** @param name how the student knows the file */
export function exportNotebook(name: string, text: string): ExportedNotebook {
  const notebook = readNotebook(text);
  if (notebook === null) return { kind: "refused", says: refuse.noNotebook(name) };
  if (notebook.language !== null && !/^(typescript|javascript)$/i.test(notebook.language))
    return { kind: "refused", says: refuse.otherLanguage(name) };
  const cells = notebook.cells.filter((cell) => !cell.tags.includes(scratchTag));
  return { kind: "exported", submission: joinCode(cells), answers: joinExplanations(cells) };
}

/** Every cell under a comment with its place in the notebook, so that an error's line can be found again. */
function joinCode(cells: readonly ReadCell[]): string {
  const parts = cells.flatMap(({ kind, source }, index) => {
    const code = source.replace(/\r\n?/g, "\n").trimEnd();
    return kind === "code" && code !== "" ? [`// Cell ${index + 1}\n${code}\n`] : [];
  });
  return parts.join("\n");
}

function joinExplanations(cells: readonly ReadCell[]): string {
  const sections = cells.flatMap(({ kind, source }) => {
    const [heading, id] = explanationHeading.exec(source) ?? [];
    if (kind !== "markdown" || heading === undefined) return [];
    const text = source.slice(heading.length).trim();
    return text === "" || placeholder.test(text) ? [] : [`## ${id}\n\n${text}\n`];
  });
  return sections.join("\n");
}
