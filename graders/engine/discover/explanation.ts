/** What a student wrote beside the numbers: read from `explanations` and `answers.md`, and told from filler. */
import type { Value } from "../../contract";

const fewestWords = 6;
/** Scripts without blanks between words: each character stands for a word. */
const words = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|\p{L}{2,}|\p{N}+/gu;
const placeholder = /^\W*(your answer here|todo|not answered)/i;

/**
 * True for a text a person should read: at least six distinct words in any language, or a derivation of two steps or
 * more; no placeholder.
 *
 * The bar is low on purpose: it costs a teacher a glance, and missing a real explanation costs a student points.
 */
export function isRealExplanation(text: string): boolean {
  if (placeholder.test(text.trim())) return false;
  return new Set(text.toLowerCase().match(words)).size >= fewestWords || isDerivation(text);
}

/** "11 + 2p - 3 + 1 = 9, hence 2p = 0": equations with something calculated between the signs. */
function isDerivation(text: string): boolean {
  const sides = text.split(/[=≈⇒]/).map((side) => side.replace(/[^\p{L}\p{N}]/gu, ""));
  return new Set(sides.filter((side) => side !== "")).size >= 3 && /[-+*/^·×÷]/.test(text);
}

/**
 * Splits `answers.md` into its sections: one `## <question id>` heading each, Markdown below it.
 *
 * @returns text by heading, trimmed; headings inside code fences do not count
 */
export function parseAnswersMarkdown(markdown: string): ReadonlyMap<string, string> {
  const sections = new Map<string, string[]>();
  let current: string[] | undefined;
  let fence: string | undefined;
  for (const line of markdown.replace(/^\uFEFF/, "").split(/\r?\n/)) {
    const marker = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1];
    if (marker !== undefined && fence === undefined) fence = marker;
    else if (marker !== undefined && fence !== undefined && marker.startsWith(fence)) fence = undefined;
    const heading = fence === undefined ? readHeading(line) : undefined;
    if (heading === undefined) current?.push(line);
    else {
      current = sections.get(heading) ?? [];
      sections.set(heading, current);
    }
  }
  return new Map([...sections].map(([id, lines]) => [id, lines.join("\n").trim()]));
}

/** No question has a longer heading; a line of a megabyte must not reach the pattern. */
const longestHeading = 200;

function readHeading(line: string): string | undefined {
  if (line.length > longestHeading) return undefined;
  return /^##\s+`?([\w-]+)`?(\s+#+)?$/.exec(line.trimEnd())?.[1];
}

/**
 * What a student wrote, by question id: the exported `explanations` (question id to Markdown) and the sections of
 * `answers.md`, one below the other where both speak. Anything but text is ignored.
 */
export function mergeExplanations(
  exported: Value,
  markdown: string | undefined,
): ReadonlyMap<string, string> {
  const merged = new Map(parseAnswersMarkdown(markdown ?? ""));
  if (typeof exported !== "object" || exported === null || Array.isArray(exported)) return merged;
  for (const [id, text] of Object.entries(exported)) {
    if (typeof text !== "string" || text.trim() === "") continue;
    merged.set(id, [text.trim(), merged.get(id) ?? ""].filter((one) => one !== "").join("\n\n"));
  }
  return merged;
}
