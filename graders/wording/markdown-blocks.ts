/**
 * Markdown of ours, cut into the pieces that a language translates: headings, paragraphs and list items, each on one
 * line however it is wrapped. Formulas set apart and code are nobody's sentences, but for comments in the code.
 */
import type { Translator } from "../contract/translator";

interface Piece {
  /** What stands before the text: "## ", "- ", "   1. "; also the text of code and formulas. */
  readonly prefix: string;
  readonly text: string;
}

const fence = /^\s*(```|\$\$)/;
const opening = /^(\s*(?:#{1,6}\s+|[-*]\s+|\d+\.\s+))(.*)$/;
const lineComment = /^(.*?\/\/ )(.+)$/;

/** The same text in another language, every piece on one line. English comes back as it was. */
export function translateMarkdown(markdown: string, { language, translate }: Translator): string {
  if (language === "en") return markdown;
  const lines = cutMarkdown(markdown).map(
    ({ prefix, text }) => prefix + (text === "" ? "" : translate(text)),
  );
  return `${lines.join("\n")}\n`;
}

/** Every sentence that {@link translateMarkdown} would look up. */
export function listMarkdownSentences(markdown: string): readonly string[] {
  return cutMarkdown(markdown).flatMap(({ text }) => (text === "" ? [] : [text]));
}

function cutMarkdown(markdown: string): readonly Piece[] {
  const pieces: Piece[] = [];
  let closing: string | null = null;
  let isOpen = false;
  for (const line of markdown.trimEnd().split("\n")) {
    const mark: string | undefined = fence.exec(line)?.[1];
    if (closing !== null) {
      pieces.push(cutCode(line));
      if (line.trimEnd().endsWith(closing)) closing = null;
    } else if (mark !== undefined) {
      pieces.push({ prefix: line, text: "" });
      const isWhole = mark === "$$" && line.trim().length > 2 && line.trimEnd().endsWith("$$");
      closing = isWhole ? null : mark;
      isOpen = false;
    } else {
      isOpen = addText(pieces, line, isOpen);
    }
  }
  return pieces;
}

/** Adds a line of prose, to the piece that is open if it goes on; returns whether one is open now. */
function addText(pieces: Piece[], line: string, isOpen: boolean): boolean {
  const [, prefix, text] = opening.exec(line) ?? [];
  if (line.trim() === "" || prefix !== undefined || !isOpen) {
    const indent = /^\s*/.exec(line)?.[0] ?? "";
    pieces.push({ prefix: prefix ?? (line.trim() === "" ? "" : indent), text: text ?? line.trim() });
    return line.trim() !== "" && !/^\s*#/.test(line);
  }
  const last = pieces.pop() as Piece;
  pieces.push({ ...last, text: `${last.text} ${line.trim()}` });
  return true;
}

function cutCode(line: string): Piece {
  const [, prefix, comment] = lineComment.exec(line) ?? [];
  return prefix === undefined || comment === undefined
    ? { prefix: line, text: "" }
    : { prefix, text: comment };
}
