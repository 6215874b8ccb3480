/**
 * From a notebook to the files of a submission: the code cells, in order, are `submission.ts`; its text cells below a
 * question, raw ones as well, are what explains the answer to it, as sections of `answers.md`.
 */
import type { CellPlace } from "../../contract/code-place";
import { cutCells, joinCells, type NumberedCell } from "../../contract/joined-cells";
import { type Limits, limitTable } from "../../contract/limits";
import type { Message } from "../../contract/message";
import { lowerHeadings, markCode } from "../answer-sections";
import { listWork } from "../answered";
import { refuse, remark } from "../remarks";
import { prepareCell } from "./cell-code";
import { mostCells, type ReadCell, readNotebook } from "./notebook";
import { readSaid } from "./said-cells";

export type NotebookLimits = Pick<Limits, "sourceBytes" | "sourceFileBytes">;

export type ExportedNotebook =
  | {
      readonly kind: "exported";
      readonly submission: string;
      readonly answers: string;
      readonly texts: readonly TextCell[];
      /** What was left in the notebook, where that is worth a word. */
      readonly remarks: readonly Message[];
    }
  | { readonly kind: "refused"; readonly says: Message };

/** What a student wrote into a cell that is no code. */
export interface TextCell {
  /** Counted from 1. */
  readonly number: number;
  readonly text: string;
}

/** Cells with this tag are tried out in the notebook and stay there, but for an answer below an import of the selfcheck. */
export const scratchTag = "scratch";

/** Where a line of an exported submission stands in its notebook. @param line counted from 1 */
export function findCell(submission: string, line: number): CellPlace | null {
  const cell = cutCells(submission).findLast((one) => one.line <= line);
  return cell === undefined ? null : { number: cell.number, line: line - cell.line + 1 };
}

/** "### `softmax`: your explanation", as it is handed out. */
const explanationHeading =
  /^\s*#{1,6}\s+`([\w-]+)`[^\S\n]*:?[^\S\n]*(?:(?:your explanation|votre explication)(?!\p{L})[:.]?[^\S\n]*)?/iu;
/** "## Softmax (`softmax`, 2 points)": a question, as it is handed out, below whatever was written above it, or quoted. */
const questionHeading = /^[>~ \t]{0,9}#{1,6}\s.{0,300}\(`([\w-]+)`, [^)\n]{0,100}\)?/m;
/** As cells are called that are handed out for a question's text, whatever stands in them now. */
const questionCell = /^([\w-]{1,60})-(?:question|explanation)$/;
const placeholder = /^\W*your answer here\W*$/i;

interface PlacedCell extends ReadCell {
  readonly number: number;
}

const usualLimits = {
  sourceBytes: limitTable.sourceBytes.default,
  sourceFileBytes: limitTable.sourceFileBytes.default,
};

/**
 * @param name how the student knows the file
 * @param limits of its code, which is refused without a look where there is more, and of its texts, as of answers.md
 */
export function exportNotebook(
  name: string,
  text: string,
  { sourceBytes: mostBytes, sourceFileBytes: mostTextBytes }: NotebookLimits = usualLimits,
): ExportedNotebook {
  const notebook = readNotebook(text);
  if (notebook === null) return { kind: "refused", says: refuse.noNotebook(name) };
  if (notebook.language !== null && !/^(typescript|javascript)$/i.test(notebook.language))
    return { kind: "refused", says: refuse.otherLanguage(name) };
  if (notebook.cells.length > mostCells)
    return { kind: "refused", says: refuse.crowdedNotebook(name, mostCells) };
  const all = notebook.cells.map((cell, index) => ({ ...cell, number: index + 1 }));
  const cells = all.filter((cell) => !isScratch(cell));
  if (measure(cells.filter(isCode)) > mostBytes) return { kind: "refused", says: refuse.tooMuch(mostBytes) };
  // However much was tried out costs nothing but the look at it.
  const { submission, remarks } = joinCode(measure(all.filter(isCode)) > mostBytes ? cells : all);
  const texts = cells.filter((cell) => !isCode(cell));
  if (measure(texts) <= mostBytes && measure(texts.map(dropPictures)) <= mostTextBytes) {
    const own = texts.map((cell) => ({ number: cell.number, text: dropHandedOut(cell) }));
    return { kind: "exported", submission, remarks, answers: joinTexts(cells), texts: own };
  }
  const unread = remark.answersUnread(name, refuse.tooMuchText(mostTextBytes));
  return { kind: "exported", submission, remarks: [...remarks, unread], answers: "", texts: [] };
}

function isScratch({ tags }: ReadCell): boolean {
  return tags.includes(scratchTag);
}

/** Whatever else there is, Markdown or raw, is text. */
function isCode({ kind }: ReadCell): boolean {
  return kind === "code";
}

/** Some programs write pictures into the text. */
function dropPictures(cell: ReadCell): ReadCell {
  return { ...cell, source: cell.source.replace(/;base64,[\w+/=-]+/g, "") };
}

function measure(cells: readonly ReadCell[]): number {
  return cells.reduce((sum, { source }) => sum + Buffer.byteLength(source), 0);
}

/** Every cell under a comment with its place in the notebook, so that an error's line can be found again. */
function joinCode(cells: readonly PlacedCell[]): {
  readonly submission: string;
  readonly remarks: readonly Message[];
} {
  const parts: NumberedCell[] = [];
  const leftOut: Record<"await" | "scratch", number[]> = { await: [], scratch: [] };
  for (const cell of cells) {
    const text = cell.source.replace(/\r\n?/g, "\n").trimEnd();
    if (!isCode(cell) || text === "") continue;
    const prepared = prepareCell(text, isScratch(cell));
    if (prepared.leftOut !== null) leftOut[prepared.leftOut].push(cell.number);
    if (prepared.code !== null) parts.push({ number: cell.number, text: prepared.code });
  }
  const remarks = [
    ...(leftOut.await.length === 0 ? [] : [remark.waitingCells(leftOut.await)]),
    ...(leftOut.scratch.length === 0 ? [] : [remark.scratchCells(leftOut.scratch)]),
  ];
  return { submission: joinCells(parts), remarks };
}

interface TextSection {
  readonly id: string | undefined;
  readonly texts: string[];
  /** Whether something of it was written by the student. */
  isWritten: boolean;
}

/**
 * What belongs to a question is known by the headings, as in answers.md; below a question of the handed out notebook
 * no heading of the student's ends its section, unless it names another question. The functions that a code cell between
 * them declares are marked, for a text below another question's function is about that one.
 */
function joinTexts(cells: readonly ReadCell[]): string {
  const sections: TextSection[] = [{ id: undefined, texts: [], isWritten: false }];
  for (const cell of cells) {
    if (isCode(cell)) {
      const functions = [...listWork(cell.source).keys()];
      if (functions.length > 0) sections.at(-1)?.texts.push(markCode(functions));
      addText(sections, readSaid(cell.source));
      continue;
    }
    const own = dropHandedOut(cell);
    const question = questionHeading.exec(cell.handedOut ?? cell.source);
    const [heading = "", named] = question ?? explanationHeading.exec(own) ?? [];
    const id = named ?? questionCell.exec(cell.id)?.[1];
    if (id !== undefined) sections.push({ id, texts: [], isWritten: false });
    addText(sections, own.replace(heading, () => "").trim());
  }
  return sections
    .filter(({ isWritten }) => isWritten)
    .map(({ id, texts }) => {
      const text = texts.join("\n\n");
      return id === undefined ? `${text}\n` : `## ${id}\n\n${lowerHeadings(text)}\n`;
    })
    .join("\n");
}

function addText(sections: readonly TextSection[], text: string): void {
  const section = sections.at(-1);
  if (section === undefined || text === "" || placeholder.test(text)) return;
  section.texts.push(text);
  section.isWritten = true;
}

/**
 * Without each line that stood there when it was handed out, as often as it did. Where a program dropped the copy, the
 * statement stays: whoever reads it knows that nobody's own words are in it.
 */
function dropHandedOut({ source, handedOut }: ReadCell): string {
  if (handedOut === null) return source;
  const left = new Map<string, number>();
  for (const line of handedOut.split("\n")) left.set(line.trim(), (left.get(line.trim()) ?? 0) + 1);
  const isOwn = (line: string): boolean => {
    const kept = line.trim();
    const times = kept === "" ? 0 : (left.get(kept) ?? 0);
    if (times > 0) left.set(kept, times - 1);
    return times === 0;
  };
  return source
    .split(/\r\n|\r|\n/)
    .filter(isOwn)
    .join("\n");
}
