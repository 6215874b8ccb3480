/** Finds the comments that stand directly above, or inside, a function at the top level of a source. Pure; one pass. */
import { countLines, cutSource, type Piece } from "./cut-source";

export interface OwnedComment {
  /** Name of the function it stands at. */
  readonly owner: string;
  /** Without its marks. Line comments below one another are one comment. */
  readonly text: string;
}

interface Comment {
  readonly text: string;
  readonly isLine: boolean;
  /** Nothing stands before it on its line. */
  readonly isAlone: boolean;
  readonly startLine: number;
  readonly endLine: number;
}

/** What a scan has seen so far. */
interface Scan {
  /** Name of the declaration that is open at the top level, and the last line of it so far. */
  owner: string | null;
  ownerLine: number;
  /** Comments at the top level with nothing but blanks below them so far. */
  pending: Comment[];
  /** Words of the statement at the top level: "export async function". */
  words: string[];
  /** The last piece of code, and its line. */
  before: string;
  beforeLine: number;
  readonly found: { readonly owner: string; readonly comment: Comment }[];
}

const leading = new Set(["export", "default", "async", "function", "const", "let", "var"]);
const declaring = new Set(["function", "const", "let", "var"]);
/** Comments in these are nobody's. */
const others = new Set(["class", "enum", "import", "interface", "type"]);

/**
 * A comment at the top level belongs to the declaration on the line below it; one behind a declaration, on its last
 * line, to that one.
 */
export function listOwnedComments(source: string): readonly OwnedComment[] {
  const scan: Scan = {
    owner: null,
    ownerLine: 0,
    pending: [],
    words: [],
    before: "",
    beforeLine: 0,
    found: [],
  };
  for (const piece of cutSource(source)) {
    if (piece.kind === "comment") {
      noteComment(scan, piece);
      continue;
    }
    if (piece.depth === 0) noteTopLevel(scan, piece);
    scan.before = piece.text;
    scan.beforeLine = piece.line + countLines(piece.text);
    if (piece.depth === 0) scan.ownerLine = scan.beforeLine;
  }
  return joinLines(scan.found);
}

function noteComment(scan: Scan, { text, line, depth }: Piece): void {
  const comment: Comment = {
    text: cleanComment(text),
    isLine: text.startsWith("//"),
    isAlone: scan.beforeLine < line,
    startLine: line,
    endLine: line + countLines(text),
  };
  const isInside = depth > 0 || scan.ownerLine === line;
  if (scan.owner !== null && isInside) scan.found.push({ owner: scan.owner, comment });
  else if (depth === 0) {
    dropDistant(scan, line);
    scan.pending.push(comment);
  }
}

/** Comments that a blank line parts from what follows belong to nobody. */
function dropDistant(scan: Scan, line: number): void {
  const last = scan.pending.at(-1);
  if (last !== undefined && line - last.endLine > 1) scan.pending = [];
}

function cleanComment(raw: string): string {
  const inner = raw.startsWith("//") ? raw.slice(2) : raw.slice(2, raw.endsWith("*/") ? -2 : undefined);
  const lines = inner.split(/\r?\n/).map((line) => {
    const trimmed = line.trim();
    return trimmed.startsWith("*") ? trimmed.slice(trimmed.startsWith("**") ? 2 : 1).trim() : trimmed;
  });
  return lines.join("\n").trim();
}

/** Follows "export async function name" and "const name" to the name, which the comments above then belong to. */
function noteTopLevel(scan: Scan, { kind, text, line }: Piece): void {
  const isWord = kind === "word";
  const isNewStatement = isWord && line > scan.ownerLine && [";", "}"].includes(scan.before);
  if (isNewStatement || others.has(text)) scan.owner = null;
  if (isWord && leading.has(text)) {
    if (scan.words.length === 0) {
      scan.owner = null;
      dropDistant(scan, line);
    }
    scan.words.push(text);
    return;
  }
  const declares = declaring.has(scan.words.at(-1) ?? "");
  // "function*"
  if (text === "*" && declares) return;
  if (isWord && declares) {
    scan.owner = text;
    for (const comment of scan.pending) scan.found.push({ owner: text, comment });
  }
  scan.words = [];
  scan.pending = [];
}

/** Line comments on lines that follow one another are one text. */
function joinLines(found: Scan["found"]): readonly OwnedComment[] {
  const joined: { owner: string; text: string[]; last: Comment }[] = [];
  for (const { owner, comment } of found) {
    const previous = joined.at(-1);
    const goesOn =
      previous !== undefined &&
      previous.owner === owner &&
      previous.last.isLine &&
      comment.isLine &&
      previous.last.isAlone &&
      comment.isAlone &&
      comment.startLine === previous.last.endLine + 1;
    if (goesOn) {
      previous.text.push(comment.text);
      previous.last = comment;
    } else joined.push({ owner, text: [comment.text], last: comment });
  }
  return joined.map(({ owner, text }) => ({ owner, text: text.join("\n") }));
}
