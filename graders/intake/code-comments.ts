/**
 * Finds the comments that stand above, inside or behind a function at the top level of a source, and bare texts in it, as
 * Python's are. Pure; one pass.
 */
import { isRealExplanation } from "../contract/explanation";
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
  /** Comments at the top level with no function of those meant below them so far. */
  pending: Comment[];
  /** Words of the statement at the top level: "export async function". */
  words: string[];
  /** The last piece of code, and its line. */
  before: string;
  beforeLine: number;
  /** How many of them code stands below. */
  passed: number;
  /** The last function that is meant. */
  last: string | null;
  readonly isMeant: (name: string) => boolean;
  readonly found: { readonly owner: string; readonly comment: Comment }[];
  readonly headers: Comment[];
}

export interface FoundComments {
  readonly owned: readonly OwnedComment[];
  /** What begins a file, and is about all of it. */
  readonly headers: readonly string[];
}

const leading = new Set(["export", "default", "async", "function", "const", "let", "var"]);
const declaring = new Set(["function", "const", "let", "var"]);
/** What stands above these says what they are: the starter's words about the name among it. */
const told = new Set(["name", "explanations"]);
const described = new Set(["class", "enum", "interface"]);
/** Comments in these are nobody's. */
const others = new Set(["class", "enum", "import", "interface", "type"]);

/**
 * A comment at the top level belongs to the next function that is meant, whatever stands between them; one behind a
 * declaration, on its last line, to that one. What begins a file and does not stand directly above a declaration is about
 * the file.
 */
export function listComments(cells: readonly string[], isMeant: Scan["isMeant"]): FoundComments {
  const scan: Scan = {
    ...{ owner: null, ownerLine: 0, pending: [], words: [], beforeLine: 0 },
    // A notebook has no beginning that is about a file.
    before: cells.length > 1 ? ";" : "",
    passed: 0,
    last: null,
    isMeant,
    found: [],
    headers: [],
  };
  // A bracket that a cell leaves open does not reach into the next one.
  for (const [index, cell] of cells.entries()) scanCell(scan, cell, index * farAway);
  if (cells.length === 1) giveToLast(scan, scan.passed);
  const headers = joinLines(scan.headers.map((comment) => ({ owner: "", comment })));
  return { owned: joinLines(scan.found), headers: headers.map(({ text }) => text) };
}

/** @param above lines that are counted above it: nothing in it stands near what waits */
function scanCell(scan: Scan, source: string, above: number): void {
  Object.assign(scan, { owner: null, ownerLine: above, words: [], beforeLine: above });
  if (scan.before !== "") scan.before = ";";
  const earlier = scan.pending.length;
  let hasCode = false;
  for (const cut of cutSource(source)) {
    const piece = { ...cut, line: cut.line + above };
    if (piece.kind === "comment") {
      noteComment(scan, piece);
      continue;
    }
    hasCode = true;
    if (piece.depth === 0) noteTopLevel(scan, piece);
    else noteBareText(scan, piece);
    scan.before = piece.text;
    scan.beforeLine = piece.line + countLines(piece.text);
    if (piece.depth === 0) scan.ownerLine = scan.beforeLine;
  }
  if (hasCode) return;
  giveToLast(scan, earlier);
  scan.pending.splice(earlier);
}

/** Lines; no source has more. */
const farAway = 1e9;

/** What stands in a cell of its own, or behind all code, is about the function before it. @param from of what waits */
function giveToLast(scan: Scan, from: number): void {
  if (scan.last === null) return;
  for (const comment of scan.pending.splice(from)) scan.found.push({ owner: scan.last, comment });
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
    dropHeader(scan, line);
    scan.pending.push(comment);
  }
}

/** A text that stands as a statement of its own, with nothing filled in. */
function noteBareText({ owner, before, found }: Scan, { text, line }: Piece): void {
  const inside = /^(["'`])(.*)\1$/s.exec(text)?.[2];
  if (owner === null || inside === undefined || ![";", "{", "}"].includes(before)) return;
  if (!isRealExplanation(inside)) return;
  const endLine = line + countLines(text);
  found.push({ owner, comment: { text: inside, isLine: false, isAlone: true, startLine: line, endLine } });
}

/** What stands above something else says more than what that is, or is about that alone. */
function dropRemarks({ pending, passed }: Scan): void {
  const texts = pending.slice(passed).map((one) => one.text);
  if (!isRealExplanation(texts.join(" "))) pending.splice(passed);
}

/** What stands above all code, and that a blank line parts from what follows. */
function dropHeader(scan: Scan, line: number): void {
  const last = scan.pending.at(-1);
  if (scan.before === "" && last !== undefined && line - last.endLine > 1) dropPending(scan);
}

function dropPending(scan: Scan): void {
  for (const one of scan.pending.splice(0)) scan.headers.push(one);
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
  const above = scan.pending.at(-1);
  if (described.has(text) && above !== undefined && line - above.endLine <= 1) scan.pending = [];
  if (text === "import" && scan.before === "") dropPending(scan);
  if (scan.before === "") dropHeader(scan, line);
  if (isWord && leading.has(text)) {
    if (scan.words.length === 0) {
      scan.owner = null;
    }
    scan.words.push(text);
    return;
  }
  const declares = declaring.has(scan.words.at(-1) ?? "");
  // "function*"
  if (text === "*" && declares) return;
  if (isWord && declares) {
    scan.owner = text;
    if (told.has(text)) scan.pending = [];
    if (scan.isMeant(text)) {
      scan.last = text;
      for (const comment of scan.pending) scan.found.push({ owner: text, comment });
      scan.pending = [];
    } else dropRemarks(scan);
  }
  scan.words = [];
  scan.passed = scan.pending.length;
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
