/** What a student wrote beside the numbers: read from `explanations` and `answers.md`. */
import type { Value } from "../contract/value";

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
  if (typeof exported !== "object" || exported === null || Array.isArray(exported)) return boundAll(merged);
  for (const [id, text] of Object.entries(exported)) {
    if (typeof text !== "string" || text.trim() === "") continue;
    merged.set(id, [text.trim(), merged.get(id) ?? ""].filter((one) => one !== "").join("\n\n"));
  }
  return boundAll(merged);
}

/** Characters of one explanation that are kept: some twenty pages. */
export const longestExplanation = 65_536;

/** Texts that every later look at them can afford, as Unicode; a cut one says how many characters are missing. */
function boundAll(texts: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  return new Map(
    [...texts].map(([id, text]) => {
      const missing = text.length - longestExplanation;
      const kept = missing > 0 ? `${text.slice(0, longestExplanation)}\n\n[… +${missing}]` : text;
      return [id, kept.replace(/\p{Cs}/gu, "\uFFFD")];
    }),
  );
}
