/** Which statements of a source say what explains the answers, by the names in them. Pure. */
import { findNearName } from "../contract/near-name";
import type { Piece } from "./cut-source";
import { isAssignment, isString, unquote } from "./written-texts";

export interface Meant {
  /** As it is declared, or what is assigned to. */
  readonly name: string;
  /** Of the question that all of it is about; null where each text has its own, or none. */
  readonly key: string | null;
  readonly value: readonly Piece[];
  /** And not merely used. */
  readonly isDeclared: boolean;
  /** A function or a class: whoever exports it has shown no text. */
  readonly isFunction: boolean;
}

const leading = new Set(["export", "default", "declare", "abstract", "async"]);
const holders = new Set(["function", "class", "enum", "namespace", "module"]);
const longestName = 60;
/** What people call them, also in the languages that are spoken around. */
const names = ["explanations", "explications", "erklaerungen", "erklärungen"];
const word = /(?:expl(?:an|ic)ation|erkl(?:ae|ä)rung)(?:s|en)?/i;
/** What stands beside it in a name that is no question's. */
const beside = /^(?:.{0,3}|texts?|list|data|table|strings?|notes?|answers?|task|mine)$/i;

export function findMeant(statement: readonly Piece[]): Meant | null {
  const at = statement.findIndex(({ text }) => !leading.has(text));
  const [head, next] = statement.slice(at, at + 2);
  if (at < 0 || head === undefined || /^(?:import|type|interface|[{*])$/.test(head.text)) return null;
  if (/^(?:const|let|var)$/.test(head.text) && next?.text !== "enum") {
    const value = statement.slice(findEquals(statement) + 1);
    return declare(next?.text, findEquals(statement) < 0 ? [] : value, false);
  }
  if (holders.has(head.text) || next?.text === "enum") {
    const name = statement.slice(at + 1).find(({ kind, text }) => kind === "word" && text !== "enum");
    const body = statement.findIndex(({ text, depth }) => depth === 0 && text === "{");
    return declare(name?.text, statement.slice(body + 1), /^(?:function|class)$/.test(head.text));
  }
  return findAssigned(statement);
}

/** Names that a statement exports, by whichever word; types are none that is meant. */
export function listShown(statement: readonly Piece[]): readonly string[] {
  const [head, second, third] = statement;
  if (!/^(?:export|module|exports)$/.test(head?.text ?? "")) return [];
  const isConstant = /^(?:const|let|var|enum|namespace|module)$/.test(second?.text ?? "");
  if (isConstant) return third === undefined ? [] : [third.text];
  return statement.flatMap(({ kind, text }) => (kind === "word" ? [text] : []));
}

function declare(name: string | undefined, value: readonly Piece[], isFunction: boolean): Meant | null {
  if (name === undefined || name.length > longestName || !/expl|erkl/i.test(name)) return null;
  const rest = word.test(name) ? name.replace(word, "").replace(/^_+|_+$/g, "") : "";
  const common = { name, value, isDeclared: true, isFunction };
  // "memoryExplanations = { … }" has names of its own.
  if (!beside.test(rest)) return { ...common, key: value[0]?.text === "{" ? null : rest };
  return isWhole(name) ? { ...common, key: null } : null;
}

const isWhole = (name: string): boolean =>
  name.length <= longestName && /expl|erkl/i.test(name) && findNearName(name, names) !== null;

/** Of the first sign that assigns. */
function findEquals(statement: readonly Piece[]): number {
  return statement.findIndex(({ depth }, at) => depth === 0 && isAssignment(statement, at));
}

/** Of what is assigned to. */
const mostPieces = 40;

/** `(f as { explanation?: string })` without what it is said to be. */
function dropAssertions(pieces: readonly Piece[]): readonly Piece[] {
  let inside: number | null = null;
  return pieces.filter(({ text, depth }) => {
    if (inside === null && text === "as") inside = depth;
    else if (inside !== null && depth < inside) inside = null;
    return inside === null;
  });
}

/** `explanations["padding"] = …`, `padding.explanation = …`, `explanations.set("padding", …)`. */
function findAssigned(statement: readonly Piece[]): Meant | null {
  const equals = findEquals(statement);
  const written = equals < 0 ? statement.slice(0, 5) : statement.slice(0, Math.min(equals, mostPieces));
  const target = dropAssertions(written);
  const at = target.findIndex(({ kind, text }) => kind === "word" && isWhole(text));
  if (at < 0) return null;
  const common = { name: target[at]?.text ?? "", isFunction: false, isDeclared: equals >= 0 };
  if (equals < 0) return { ...common, key: null, value: statement.slice(at + 1) };
  const behind = target.slice(at + 1).find(({ kind, text }) => kind === "word" || isString(text));
  const owner = target
    .slice(0, at)
    .find(({ kind, text }) => kind === "word" && !/^(?:module|exports|this)$/.test(text));
  const key = behind?.text ?? owner?.text;
  return { ...common, key: key === undefined ? null : unquote(key), value: statement.slice(equals + 1) };
}
