/** What of a notebook's code cell belongs into a submission. Pure; well enough, without a compiler; never fails. */
import { cutSource, type Piece } from "../cut-source";
import { blankChecks } from "./blank-checks";

export interface CellCode {
  /** Line by line as in the cell; null when it stays in the notebook. */
  readonly code: string | null;
  /** Why it stays there, where that is worth a word. */
  readonly leftOut: "await" | "scratch" | null;
}

/**
 * A kernel waits cell by cell, and a submission as a whole, so that one cell that waits for too long would end all of it:
 * one that waits and exports nothing is left out. Whatever is taken waits as it does in the kernel: without its `await`,
 * a name would stand for something else.
 *
 * @param isScratch by its tag, which the handed out check cells have as well: an answer that is typed into one of those
 * is no scratch
 */
export function prepareCell(source: string, isScratch: boolean): CellCode {
  const rest = blankChecks(source);
  const pieces = [...cutSource(rest)].filter(({ kind }) => kind !== "comment");
  const isCheck = rest !== source;
  const exports = pieces.some(({ kind, text, depth }) => depth === 0 && kind === "word" && text === "export");
  if (isScratch && !(isCheck && exports)) return { code: null, leftOut: exports ? "scratch" : null };
  if (isCheck && pieces.every(({ text }) => text === ";")) return { code: null, leftOut: null };
  if (!exports && waitsFreely(pieces)) return { code: null, leftOut: "await" };
  return { code: rest, leftOut: null };
}

/** Whether something of it waits with no async function around. */
function waitsFreely(pieces: readonly Piece[]): boolean {
  /** Brackets around the async functions that are open, and whether their body has begun. */
  const open: OpenFunction[] = [];
  /** Of these, counted: a cell may open as many as it has words. */
  let begun = 0;
  return pieces.some(({ text, depth, kind }, at) => {
    const last = open.at(-1);
    if (last !== undefined && endsFunction(text, depth, last)) {
      open.pop();
      if (last.body !== "none") begun -= 1;
    }
    const inner = open.at(-1);
    if (inner?.body === "none" && depth === inner.depth) {
      inner.body = startBody(pieces, at);
      if (inner.body !== "none") begun += 1;
    }
    if (kind === "word" && text === "async") open.push({ depth, body: "none" });
    return text === "await" && begun === 0 && isOperator(pieces, at);
  });
}

interface OpenFunction {
  readonly depth: number;
  body: "none" | "block" | "expression";
}

/** And not a property's name: `f.await`, `{ await: 3 }`. */
function isOperator(pieces: readonly Piece[], at: number): boolean {
  const [dot, before] = [pieces[at - 2]?.text, pieces[at - 1]?.text];
  const isProperty = before === "." && dot !== ".";
  return !isProperty && !/^[:;,.=?)\]}]$/.test(pieces[at + 1]?.text ?? ";");
}

function endsFunction(text: string, depth: number, { depth: own, body }: OpenFunction): boolean {
  if (depth < own) return true;
  if (depth > own) return false;
  return body === "block" ? text === "}" : body === "expression" && [",", ";", ")"].includes(text);
}

/** A brace behind these belongs to a type: Promise<{ … }>. */
const beforeTypes = new Set(["<", ":", "|", "&", ","]);

function startBody(pieces: readonly Piece[], at: number): OpenFunction["body"] {
  const text = pieces[at]?.text;
  const before = pieces[at - 1]?.text ?? "";
  if (text === "{" && !beforeTypes.has(before)) return "block";
  // "=>" comes in two pieces.
  const isArrow = before === "=" && text === ">";
  return isArrow && pieces[at + 1]?.text !== "{" ? "expression" : "none";
}
