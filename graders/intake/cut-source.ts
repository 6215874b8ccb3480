/**
 * Cuts TypeScript into comments, words and the rest, well enough to know where comments stand: strings, templates and
 * regular expressions are told from them. Pure; one pass; never fails, whatever the text.
 */

export interface Piece {
  readonly kind: "comment" | "word" | "code";
  readonly text: string;
  /** Where it starts in the source. */
  readonly at: number;
  /** Line that it starts on, from 1. */
  readonly line: number;
  /** How many brackets are open around it. */
  readonly depth: number;
}

/** Blanks are left out. */
export function* cutSource(source: string): Generator<Piece> {
  // Where a template's ${…} began, in depths: its } goes on with the template.
  const templates: number[] = [];
  let [at, line, depth, before] = [0, 1, 0, ""];
  while (at < source.length) {
    const resumes = source[at] === "}" && templates.at(-1) === depth - 1;
    const kind = resumes ? "template" : startsWhat(source, at, before);
    const end = kind === null ? at + 1 : findEnd(source, at, kind);
    const text = source.slice(at, end);
    if (resumes) templates.pop();
    if (resumes || isOneOf("})]", text)) depth = Math.max(0, depth - 1);
    const isComment = kind === "line-comment" || kind === "block-comment";
    const isBlank = text.trim() === "";
    if (!isBlank)
      yield { kind: isComment ? "comment" : kind === "word" ? kind : "code", text, at, line, depth };
    if (!isBlank && !isComment) before = text;
    if (kind === "template" && text.endsWith("${")) templates.push(depth);
    if ((kind === "template" && text.endsWith("${")) || isOneOf("{([", text)) depth += 1;
    line += countLines(text);
    at = end;
  }
}

function isOneOf(marks: string, text: string): boolean {
  return text.length === 1 && marks.includes(text);
}

/** Line ends in a text. */
export function countLines(text: string): number {
  let count = 0;
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) count += 1;
  return count;
}

type Lexeme = "line-comment" | "block-comment" | "string" | "template" | "regex" | "word";

function startsWhat(source: string, at: number, before: string): Lexeme | null {
  const char = source[at] as string;
  if (char === "/") {
    if (source[at + 1] === "/") return "line-comment";
    if (source[at + 1] === "*") return "block-comment";
    // After a value a slash divides.
    return /[\p{L}\p{N}_$)\]}"'`]$/u.test(before.slice(-1)) && !/^(?:return|typeof|case|in|of)$/.test(before)
      ? null
      : "regex";
  }
  if (char === '"' || char === "'") return "string";
  if (char === "`") return "template";
  return /[\p{L}\p{N}_$]/u.test(char) ? "word" : null;
}

function findEnd(source: string, start: number, kind: Lexeme): number {
  if (kind === "line-comment") return orEnd(source, source.indexOf("\n", start), 0);
  if (kind === "block-comment") return orEnd(source, source.indexOf("*/", start + 2), 2);
  let at = start + 1;
  if (kind === "word") {
    while (at < source.length && /[\p{L}\p{N}_$]/u.test(source[at] as string)) at += 1;
    return at;
  }
  let isInClass = false;
  for (; at < source.length; at++) {
    const char = source[at];
    if (char === "\\") at += 1;
    else if (kind === "template") {
      if (char === "`") return at + 1;
      if (char === "$" && source[at + 1] === "{") return at + 2;
    } else if (char === "\n") return at;
    else if (kind === "regex" && char === "[") isInClass = true;
    else if (kind === "regex" && char === "]") isInClass = false;
    else if (char === (kind === "regex" ? "/" : source[start]) && !isInClass) return at + 1;
  }
  return source.length;
}

function orEnd(source: string, at: number, length: number): number {
  return at < 0 ? source.length : at + length;
}
