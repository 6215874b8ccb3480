/**
 * Explanations that a source holds and does not export, or exports under a name that is near: read off its text where they
 * are written out. Pure; linear in the text.
 */
import { findNearName } from "../contract/near-name";
import { cutSource, type Piece } from "./cut-source";

const declaring = new Set(["const", "let", "var"]);
const longestName = 40;

/** Texts by the names of questions, as they stand; of several objects all. */
export function readWrittenExplanations(source: string): Readonly<Record<string, string>> {
  if (!/expla/i.test(source)) return {};
  const found: Record<string, string> = Object.create(null);
  let before: Piece | undefined;
  let open: OpenObject | null = null;
  for (const piece of cutSource(source)) {
    if (piece.kind === "comment") continue;
    const isNamed = piece.depth === 0 && declaring.has(before?.text ?? "") && isMeant(piece.text);
    if (isNamed) open = { depth: null, key: null, hasValue: false };
    else if (open !== null && follow(open, piece, before, found)) open = null;
    before = piece;
  }
  return found;
}

const isMeant = (name: string): boolean =>
  name.length <= longestName && findNearName(name, ["explanations"]) !== null;

interface OpenObject {
  /** Of its names; null before it opens. */
  depth: number | null;
  key: string | null;
  /** What its type says stands before. */
  hasValue: boolean;
}

/** @returns whether it is over */
function follow(
  open: OpenObject,
  piece: Piece,
  before: Piece | undefined,
  found: Record<string, string>,
): boolean {
  const { text, depth } = piece;
  if (text === "=" && depth === 0) open.hasValue = true;
  if (open.depth === null) {
    if (open.hasValue && text === "{") open.depth = depth + 1;
    return text === ";" && depth === 0;
  }
  if (depth < open.depth) return true;
  if (depth === open.depth && text === ",") open.key = null;
  else if (open.key === null && text === ":") open.key = unquote(before?.text ?? "");
  else if (open.key !== null && isString(text))
    found[open.key] = [found[open.key], unquote(text)].filter((one) => one !== undefined).join(" ");
  return false;
}

const isString = (text: string): boolean => /^["'`}]/.test(text) && text.length > 1;
const escapes: Readonly<Record<string, string>> = { n: "\n", t: "\t", r: "" };

/** Of a word, that word. */
function unquote(text: string): string {
  const inner = isString(text) ? text.slice(1).replace(/(?:["'`]|\$\{)$/, "") : text;
  return inner.replace(/\\(?:u\{?([0-9a-f]{4,5})\}?|([\s\S]))/gi, (_, code?: string, one = "") =>
    code === undefined ? (escapes[one] ?? one) : String.fromCodePoint(Number.parseInt(code, 16)),
  );
}
