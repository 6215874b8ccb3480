/** How a student mends what could not be run, in their own lines. Pure. */
import type { Excerpt, SubmissionRecord } from "../contract/record";
import { reportTemplates } from "../wording/report-templates";
import type { Sentences } from "../wording/sentences-shape";
import { cleanBlock, cleanLine } from "./foreign-text";
import { Sentence } from "./leaves";

export interface MendingView {
  readonly steps: readonly Sentence[];
  /** The file or cell that the lines are of, with the place that is meant; null when none is known. */
  readonly path: string | null;
  readonly lines: readonly LineView[];
}

export interface LineView {
  readonly number: number;
  readonly text: string;
  readonly isNamed: boolean;
  /** A caret below the place that is meant, behind as many blanks; null elsewhere. */
  readonly caret: string | null;
  /** The same for plain text, where a long line is broken and no caret could stand below it. */
  readonly plainCaret: string | null;
  /** As wide as the number. */
  readonly gutter: string;
}

/** Null for what was run. */
export function viewMending(
  { ungradable }: SubmissionRecord,
  { mending, say }: Sentences,
): MendingView | null {
  if (ungradable === undefined) return null;
  const { cause, says, excerpt } = ungradable;
  const named = excerpt?.at?.line ?? (says.code === "does-not-compile-at" ? says.line : undefined);
  return {
    steps: [...mending[cause], mending.last].map((text) => new Sentence(text)),
    path: excerpt === undefined ? null : sayPlace(excerpt, say),
    lines: excerpt === undefined ? [] : viewLines(excerpt, named),
  };
}

function sayPlace({ path, at }: Excerpt, say: Sentences["say"]): string {
  const file = cleanLine(path);
  if (at === undefined) return file;
  const { line, column: nColumn, cell } = at;
  return cell === undefined
    ? say(reportTemplates.inFile, { file, nLine: line, nColumn })
    : say(reportTemplates.inCell, { n: cell.number, nLine: cell.line, nColumn });
}

/** Beside a number, in lines of 76. */
const widestPlain = 60;

/** Lines of a notebook are counted in their cell. */
function viewLines({ from, lines, at }: Excerpt, named: number | undefined): readonly LineView[] {
  const shift = at?.cell === undefined ? 0 : at.cell.line - at.line;
  return lines.map((text, index) => {
    const line = from + index;
    const number = line + shift;
    const isNamed = line === named;
    const caret = isNamed && at !== undefined ? `${" ".repeat(at.quotedColumn - 1)}^` : null;
    return {
      number,
      text: cleanBlock(text),
      isNamed,
      caret,
      plainCaret: Math.max(text.length, caret?.length ?? 0) > widestPlain ? null : caret,
      gutter: " ".repeat(String(number).length),
    };
  });
}
