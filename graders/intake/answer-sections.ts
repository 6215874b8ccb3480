/** Splits what a student wrote in Markdown, or in a plain text, into sections by question. Pure; linear in the text. */
import { isRealExplanation } from "../contract/explanation";
import { codeName, type NamedQuestion, type ReadHeading } from "./heading-names";

export interface Section {
  /** Question id; null for text that belongs to none. */
  readonly question: string | null;
  readonly text: string;
}

/** Nobody writes more sections: what comes behind is text of the last one. */
const mostSections = 1_000;
/** No other heading is longer, and no pattern looks further; behind hashes there may stand a whole text. */
const longestHeading = 200;
/** Stands for a notebook's code cell, with the functions that it declares. */
const codeMark = /^<!-- code: ([^<>]*) -->$/;

/** A line between the texts around a cell; nothing of it is kept. */
export function markCode(functions: readonly string[]): string {
  return `<!-- code: ${functions.join(" ")} -->`;
}

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
 * when it is deeper, and ends it otherwise; one that names several questions always ends it. Deeper in a section, a
 * question's name may as well be a word about the matter: "Bytes" below "Optimal batch". What stands there is text of both.
 *
 * A notebook's code that answers another question than the section's ends it as well. What stands below is about that
 * answer, or, where it stands above the next one, of both.
 */
export function splitSections(text: string, readHeading: ReadHeading): readonly Section[] {
  const sections = new OpenSections();
  const lines = text.replace(/^\uFEFF/, "").split(/\r\n|\r|\n/);
  let fence: string | undefined;
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] as string;
    fence = followFence(line, fence);
    const code = fence === undefined ? codeMark.exec(line)?.[1] : undefined;
    if (code !== undefined) {
      sections.passCode(code.split(" ").map((name) => readHeading(codeName(name))));
      continue;
    }
    const heading = fence === undefined ? findHeading(line, lines[at + 1]) : undefined;
    const kept = lines.slice(at, at + (heading?.lines ?? 1));
    at += kept.length - 1;
    if (heading === undefined) sections.add(kept);
    else if (sections.isFull) sections.add(kept);
    else sections.pass(heading, readHeading(heading.words), kept);
  }
  return sections.list();
}

interface OpenSection {
  readonly question: string | null;
  readonly level: number;
  readonly lines: string[];
  /** Of a section below code: how many of its lines stand above that. */
  readonly linesAbove?: number;
}

/** The section that text goes to, and one inside it. */
class OpenSections {
  private readonly all: OpenSection[] = [{ question: null, level: 0, lines: [] }];
  private outer = this.all[0] as OpenSection;
  private inner: OpenSection | null = null;

  get isFull(): boolean {
    return this.all.length > mostSections;
  }

  add(kept: readonly string[]): void {
    this.outer.lines.push(...kept);
    this.inner?.lines.push(...kept);
  }

  pass({ level }: Heading, named: NamedQuestion, kept: readonly string[]): void {
    const isInside = this.outer.question !== null && level > this.outer.level;
    const isWord = named.kind === "none" || (named.kind === "question" && named.isLoose);
    if (this.inner !== null && level <= this.inner.level) this.inner = null;
    if (isWord && (isInside || level === boldLevel || this.outer.linesAbove !== undefined)) this.add(kept);
    else if (named.kind !== "question") this.open(null, 0, kept);
    else if (!isInside) this.open(named.id, level, listOwn(named.behind));
    else {
      this.outer.lines.push(...kept);
      if (named.id !== this.outer.question) {
        this.inner = this.push(named.id, level);
        for (const line of listOwn(named.behind)) this.inner.lines.push(line);
      }
    }
  }

  /** @param named by the functions of a code cell */
  passCode(named: readonly NamedQuestion[]): void {
    const ids = new Set(named.flatMap((one) => (one.kind === "question" ? [one.id] : [])));
    const [id = null] = ids;
    if (id === null || this.isFull || ids.has(this.outer.question ?? "")) return;
    const { lines, linesAbove } = this.outer;
    const above = linesAbove === undefined ? [] : lines.slice(linesAbove);
    const below = {
      question: ids.size > 1 ? null : id,
      level: boldLevel,
      lines: above,
      linesAbove: above.length,
    };
    this.all.push(below);
    this.outer = below;
    this.inner = null;
  }

  list(): readonly Section[] {
    return this.all
      .map(({ question, lines }) => ({ question, text: lines.join("\n").trim() }))
      .filter((one) => one.text !== "" || one.question !== null);
  }

  private open(question: string | null, level: number, kept: readonly string[]): void {
    this.outer = this.push(question, level);
    this.inner = null;
    this.outer.lines.push(...kept);
  }

  private push(question: string | null, level: number): OpenSection {
    const section = { question, level, lines: [] };
    this.all.push(section);
    return section;
  }
}

/** What a student wrote on the line of a heading: not the words that are handed out there. */
function listOwn(behind = ""): readonly string[] {
  const own = behind.replace(/^\W{0,9}(?:your explanation|votre explication)(?!\p{L})[\s:.–—-]*/iu, "");
  // "Task 3: the padding"
  return isRealExplanation(own) ? [own] : [];
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
  if (trimmed === "") return undefined;
  const hashes = /^#{1,6}(?=\s|$)/.exec(trimmed)?.[0];
  if (hashes !== undefined) {
    return { level: hashes.length, words: dropEnd(trimmed.slice(hashes.length), "#"), lines: 1 };
  }
  if (trimmed.length > longestHeading) return undefined;
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

/** A student's own headings in a section that is to stand below one of the second level. */
export function lowerHeadings(text: string): string {
  return text.replace(/^ {0,3}#{1,2}(?=\s)/gm, "###");
}
