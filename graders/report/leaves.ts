/**
 * The leaves of a view and what each becomes in a format.
 *
 * A view is plain data. Its strings are foreign or ours, and cleaned and escaped in any case; a `Sentence` may hold
 * backquoted code; a `StudentMarkdown` is a text that its author formatted.
 */
import { findParcel } from "../contract/packed";
import { cleanBlock, cleanLine } from "./foreign-text";
import { escapeHtml, markSafe } from "./handlebars";
import { renderMarkdown } from "./markdown";

/** A sentence of ours, with code in backquotes. */
export class Sentence {
  constructor(readonly text: string) {}
}

/** What a student wrote as Markdown. */
export class StudentMarkdown {
  constructor(readonly text: string) {}
}

/** How each kind of leaf is written in a format. */
interface Format {
  readonly text: (text: string) => unknown;
  readonly sentence: (text: string) => unknown;
  readonly markdown: (text: string) => unknown;
}

const html: Format = {
  // The template escapes it.
  text: (text) => text,
  sentence: (text) => markSafe(mapCode(text, escapeHtml, (code) => `<code>${escapeHtml(code)}</code>`)),
  markdown: renderMarkdown,
};

const markdown: Format = {
  text: escapeMarkdown,
  sentence: (text) => mapCode(text, escapeMarkdown, (code) => `\`${code}\``),
  markdown: fenceMarkdown,
};

const plain: Format = {
  text: toOneLine,
  // Backquotes are how code is marked in mail as well.
  sentence: toOneLine,
  markdown: toOneLine,
};

export function prepareForHtml(view: object): object {
  return mapLeaves(view, html) as object;
}

export function prepareForMarkdown(view: object): object {
  return mapLeaves(view, markdown) as object;
}

/** One paragraph each: a template decides where lines begin. */
export function prepareForText(view: object): object {
  return mapLeaves(view, plain) as object;
}

/** Blanks stay: a line of code begins with them. */
function toOneLine(text: string): string {
  return cleanBlock(text).replace(/[\n\t]/g, " ");
}

function mapLeaves(node: unknown, format: Format): unknown {
  if (typeof node === "string") return format.text(cleanBlock(node));
  if (node instanceof Sentence) return format.sentence(cleanLine(node.text, Number.POSITIVE_INFINITY));
  if (node instanceof StudentMarkdown) return format.markdown(node.text);
  if (Array.isArray(node)) return node.map((item) => mapLeaves(item, format));
  if (typeof node !== "object" || node === null) return node;
  const packed = findParcel(node)?.names ?? [];
  if (packed.length > 0) return mapWhenRead(node, packed, format);
  return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, mapLeaves(value, format)]));
}

/** What is packed is mapped when it is read: of a large class never all at once. */
function mapWhenRead(node: object, packed: readonly string[], format: Format): object {
  const mapped: Record<string, unknown> = {};
  for (const name of Object.keys(node)) {
    const get = (): unknown => mapLeaves((node as Readonly<Record<string, unknown>>)[name], format);
    if (packed.includes(name)) Object.defineProperty(mapped, name, { enumerable: true, get });
    else mapped[name] = get();
  }
  return mapped;
}

/** Every second piece between backquotes is code; an unpaired backquote is text. */
function mapCode(text: string, onText: (text: string) => string, onCode: (code: string) => string): string {
  return text
    .split(/(`[^`]+`)/)
    .map((piece, index) => (index % 2 === 1 ? onCode(piece.slice(1, -1)) : onText(piece)))
    .join("");
}

/** Text that Markdown shows as it stands: on one line, with everything escaped that starts a construct or a link. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/[\\`*_[\]<>&|~$#]/g, "\\$&")
    .replace(
      /^(\s*)([-+=]|\d+[.)])(?=\s|$|[-+=])/,
      (_, blanks: string, mark: string) => `${blanks}${mark.slice(0, -1)}\\${mark.slice(-1)}`,
    )
    .replace(/:(?=\/\/)/g, "\\:")
    .replace(/www\./gi, (found) => `${found.slice(0, -1)}\\.`);
}

/** The source between fences longer than any run of backquotes in it: shown as written, rendered by nobody. */
function fenceMarkdown(text: string): string {
  const clean = cleanBlock(text).trimEnd();
  let longest = 2;
  for (const [run] of clean.matchAll(/`+/g)) longest = Math.max(longest, run.length);
  const fence = "`".repeat(longest + 1);
  return `${fence}markdown\n${clean}\n${fence}`;
}
