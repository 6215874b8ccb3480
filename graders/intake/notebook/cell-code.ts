/** What of a notebook's code cell belongs into a submission. Pure; well enough, without a compiler; never fails. */
import { cutSource, type Piece } from "../cut-source";

export interface CellCode {
  /** Line by line as in the cell; null when it stays in the notebook. */
  readonly code: string | null;
  /** Why it stays there, where that is worth a word. */
  readonly leftOut: "await" | null;
}

const declaring = new Set(
  "abstract async class const declare enum export function import interface let namespace type var".split(
    " ",
  ),
);
/** What the handed out check cells import. */
const selfcheckFolder = /^["']\.\/selfcheck\//;

/**
 * A kernel waits cell by cell, and a submission as a whole, so that one cell that waits for too long would end all of it:
 * one that waits and exports nothing is left out, and so is one that asks the selfcheck.
 */
export function prepareCell(source: string): CellCode {
  const pieces = [...cutSource(source)].filter(({ kind }) => kind !== "comment");
  if (pieces.some(({ text }, at) => selfcheckFolder.test(text) && pieces[at - 1]?.text === "from"))
    return { code: null, leftOut: null };
  const awaits = findFreeAwaits(pieces);
  const top = pieces.filter(({ depth }) => depth === 0).map(({ text }) => text);
  const declares = top.some((text) => declaring.has(text));
  if (awaits.size > 0 && declares && !top.includes("export")) return { code: null, leftOut: "await" };
  return { code: dropAwaits(source, awaits), leftOut: null };
}

/** Numbers of those awaits, among all of a cell, that no async function is around. */
function findFreeAwaits(pieces: readonly Piece[]): ReadonlySet<number> {
  const free = new Set<number>();
  let count = -1;
  /** Brackets around the async functions that are open, and whether their body has begun. */
  const open: { readonly depth: number; body: "none" | "block" | "expression" }[] = [];
  pieces.forEach(({ text, depth, kind }, at) => {
    const last = open.at(-1);
    if (last !== undefined && endsFunction(text, depth, last)) open.pop();
    const inner = open.at(-1);
    if (inner?.body === "none" && depth === inner.depth) inner.body = startBody(pieces, at);
    if (kind !== "word") return;
    if (text === "async") open.push({ depth, body: "none" });
    if (text !== "await") return;
    count += 1;
    if (!open.some(({ body }) => body !== "none")) free.add(count);
  });
  return free;
}

function endsFunction(
  text: string,
  depth: number,
  { depth: own, body }: { depth: number; body: string },
): boolean {
  if (depth < own) return true;
  if (depth > own) return false;
  return body === "block" ? text === "}" : body === "expression" && [",", ";", ")"].includes(text);
}

/** A brace behind these belongs to a type: Promise<{ … }>. */
const beforeTypes = new Set(["<", ":", "|", "&", ","]);

function startBody(pieces: readonly Piece[], at: number): "none" | "block" | "expression" {
  const text = pieces[at]?.text;
  const before = pieces[at - 1]?.text ?? "";
  if (text === "{" && !beforeTypes.has(before)) return "block";
  // "=>" comes in two pieces.
  const isArrow = before === "=" && text === ">";
  return isArrow && pieces[at + 1]?.text !== "{" ? "expression" : "none";
}

/** Not to wait where nothing can wait; columns stay as they are. */
function dropAwaits(source: string, awaits: ReadonlySet<number>): string {
  if (awaits.size === 0) return source;
  let count = -1;
  let code = "";
  let from = 0;
  for (const piece of cutSource(source)) {
    const at = source.indexOf(piece.text, from);
    const isAwait = piece.kind === "word" && piece.text === "await";
    if (isAwait) count += 1;
    const isFree = isAwait && awaits.has(count);
    code += source.slice(from, at) + (isFree ? "void " : piece.text);
    from = at + piece.text.length;
  }
  return code + source.slice(from);
}
