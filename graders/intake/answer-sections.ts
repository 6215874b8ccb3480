/** Splits what a student wrote in Markdown, or in a plain text, into sections by question. Pure; linear in the text. */
import type { ReadHeading } from "./heading-names";

export interface Section {
  /** Question id; null for text that belongs to none. */
  readonly question: string | null;
  readonly text: string;
}

/** No question has a longer heading; a line of a megabyte must not reach a pattern. */
const longestHeading = 200;
/** A line in bold is below every heading. */
const boldLevel = 7;

interface Heading {
  readonly level: number;
  readonly words: string;
  /** Lines it takes up: two when it is underlined. */
  readonly lines: number;
}

/**
 * A heading of any level that names one question opens its section. Another heading is text of the section above it
 * when it is deeper, and ends it otherwise; one that names several questions always ends it.
 */
export function splitSections(text: string, readHeading: ReadHeading): readonly Section[] {
  const sections: { question: string | null; lines: string[] }[] = [{ question: null, lines: [] }];
  let level = 0;
  const open = (question: string | null, at: number, lines: readonly string[]): void => {
    sections.push({ question, lines: [...lines] });
    level = question === null ? 0 : at;
  };
  const lines = text.replace(/^\uFEFF/, "").split(/\r\n|\r|\n/);
  let fence: string | undefined;
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] as string;
    fence = followFence(line, fence);
    const heading = fence === undefined ? findHeading(line, lines[at + 1]) : undefined;
    const kept = lines.slice(at, at + (heading?.lines ?? 1));
    at += kept.length - 1;
    const named = heading === undefined ? undefined : readHeading(heading.words);
    const isDeeper = heading !== undefined && heading.level > level && level > 0;
    if (heading === undefined || named === undefined) sections.at(-1)?.lines.push(...kept);
    else if (named.kind === "question" && !(named.isLoose && (isDeeper || heading.level === boldLevel)))
      open(named.id, heading.level, []);
    else if (named.kind !== "several" && (isDeeper || heading.level === boldLevel))
      sections.at(-1)?.lines.push(...kept);
    else open(null, heading.level, kept);
  }
  return sections
    .map(({ question, lines }) => ({ question, text: lines.join("\n").trim() }))
    .filter((one) => one.text !== "" || one.question !== null);
}

/** The marker of the code fence that is open after this line. */
function followFence(line: string, fence: string | undefined): string | undefined {
  const marker = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1];
  if (marker === undefined) return fence;
  if (fence === undefined) return marker;
  return marker.startsWith(fence) ? undefined : fence;
}

function findHeading(line: string, next: string | undefined): Heading | undefined {
  const trimmed = line.trim();
  if (trimmed === "" || trimmed.length > longestHeading) return undefined;
  const hashes = /^#{1,6}(?=\s|$)/.exec(trimmed)?.[0];
  if (hashes !== undefined) {
    return { level: hashes.length, words: dropEnd(trimmed.slice(hashes.length), "#"), lines: 1 };
  }
  for (const mark of ["**", "__"]) {
    const words = dropEnd(trimmed, ":");
    const inner = words.slice(mark.length, -mark.length);
    if (words.startsWith(mark) && words.endsWith(mark) && inner !== "" && !inner.includes(mark))
      return { level: boldLevel, words: inner, lines: 1 };
  }
  const underline = next === undefined || next.length > longestHeading ? "" : next.trim();
  if (/^={2,}$/.test(underline)) return { level: 1, words: trimmed, lines: 2 };
  // A rule below a sentence is no heading, so the line above dashes must not end like one.
  if (/^-{2,}$/.test(underline) && !/[.!?]$/.test(trimmed)) return { level: 2, words: trimmed, lines: 2 };
  return undefined;
}

function dropEnd(text: string, mark: string): string {
  let end = text.trimEnd();
  while (end.endsWith(mark)) end = end.slice(0, -1);
  return end.trim();
}
