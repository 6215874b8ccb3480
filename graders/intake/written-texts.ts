/** Reads texts, and the names they stand under, off code that writes them out. Pure; linear in the code. */
import { isRealExplanation } from "../contract/explanation";
import type { Piece } from "./cut-source";

/** A name, "" where there is none, and a text or a piece of one. */
export type NamedText = readonly [name: string, text: string];

/** Texts of constants by their names. */
export type Constants = ReadonlyMap<string, readonly string[]>;

/** The name that what follows is about, until something ends it. */
interface Key {
  readonly name: string;
  /** Brackets around it; none end one that is given. */
  readonly depth: number;
  /** What stands behind it. */
  readonly mark: ":" | "=" | "," | "given";
  hasText: boolean;
}

/** @param given what all of it is about */
export function readTexts(
  pieces: readonly Piece[],
  given: string | null,
  constants: Constants,
): readonly NamedText[] {
  const found: NamedText[] = [];
  let key: Key | null = given === null ? null : { name: given, depth: -1, mark: "given", hasText: false };
  pieces.forEach((piece, at) => {
    if (key !== null && endsKey(key, piece, pieces[at - 1])) key = null;
    const opened: Key | null = openKey(pieces, at, key);
    if (opened !== null) key = opened;
    const texts = opened === null ? listTexts(pieces, at, constants) : [];
    if (texts.length === 0) return;
    if (key !== null) key.hasText = true;
    const name = key?.name ?? (isShorthand(pieces, at) ? piece.text : "");
    for (const text of texts) if (text.trim() !== "") found.push([name, text]);
  });
  return found;
}

function endsKey({ depth, mark, hasText }: Key, piece: Piece, before: Piece | undefined): boolean {
  if (piece.depth < depth) return true;
  // The comma behind a name that is the first of a pair.
  if (mark === "," && !hasText && isString(before?.text ?? "")) return false;
  return piece.depth === depth && (piece.text === "," || piece.text === ";");
}

/** Where a name is written: of a property, a field, a constant, a getter, a case, or as the first of a pair. */
function openKey(pieces: readonly Piece[], at: number, key: Key | null): Key | null {
  const { kind, text, depth } = pieces[at] as Piece;
  const before = pieces[at - 1];
  const after = pieces[at + 1]?.text;
  const open = (name: string, mark: Key["mark"]): Key => ({
    name: unquote(name),
    depth,
    mark,
    hasText: false,
  });
  if (text === ":" || (text === "=" && isAssignment(pieces, at))) {
    const name = before?.text === "]" ? pieces[at - 2] : before;
    const isName = name?.kind === "word" || isString(name?.text ?? "");
    return isName && name !== undefined && opensAgain(key, text, depth, name) ? open(name.text, text) : null;
  }
  if (key !== null) return null;
  if (before?.text === "get" && (kind === "word" || isString(text))) return open(text, ":");
  const isFirst = isString(text) && after === "," && text.length <= longestName && !isRealExplanation(text);
  return isFirst ? open(text, ",") : null;
}

/** No name of a question is longer. */
const longestName = 100;

/** Not of a comparison, or an arrow. */
export function isAssignment(pieces: readonly Piece[], at: number): boolean {
  const [before, sign, after] = [pieces[at - 1], pieces[at], pieces[at + 1]];
  if (sign?.text !== "=" || /^[=>]$/.test(after?.text ?? "")) return false;
  return (
    !/^[=!]$/.test(before?.text ?? "") && !(/^[<>]$/.test(before?.text ?? "") && before?.at === sign.at - 1)
  );
}

/** Whether a further name is one: a text's own fields are not, nor is a type behind a field. */
function opensAgain(key: Key | null, mark: ":" | "=", depth: number, { kind }: Piece): boolean {
  if (key === null) return true;
  if (key.mark === "given") return false;
  if (key.hasText) return depth === key.depth && kind === "word";
  return key.mark === "=" && mark === ":";
}

function listTexts(pieces: readonly Piece[], at: number, constants: Constants): readonly string[] {
  const { kind, text } = pieces[at] as Piece;
  const before = pieces[at - 1]?.text;
  const after = pieces[at + 1]?.text ?? "";
  if (kind === "word") return before === "." || /^[:=(]$/.test(after) ? [] : (constants.get(text) ?? []);
  if (!isString(text)) return [];
  const isField = /^[:=]$/.test(after) && /^[{,]$|^(?:static|case)$/.test(before ?? "{");
  const isComputed = after === "]" && /^[:=]$/.test(pieces[at + 2]?.text ?? "");
  return isField || isComputed ? [] : [unquote(text)];
}

/** `{ padding }` */
function isShorthand(pieces: readonly Piece[], at: number): boolean {
  const isOpen = /^[{,]$/.test(pieces[at - 1]?.text ?? "");
  return pieces[at]?.kind === "word" && isOpen && /^[,}]$/.test(pieces[at + 1]?.text ?? "");
}

/** Pieces of templates as well. */
export const isString = (text: string): boolean => /^["'`}]/.test(text) && text.length > 1;
const escapes: Readonly<Record<string, string>> = { n: "\n", t: "\t", r: "" };

/** Of a word, that word. */
export function unquote(text: string): string {
  const inner = isString(text) ? text.slice(1).replace(/(?:["'`]|\$\{)$/, "") : text;
  return inner.replace(/\\(?:u\{?([0-9a-f]{4,5})\}?|([\s\S]))/gi, (_, code?: string, one = "") =>
    code === undefined ? (escapes[one] ?? one) : String.fromCodePoint(Number.parseInt(code, 16)),
  );
}
