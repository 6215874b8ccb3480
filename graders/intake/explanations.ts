/**
 * What a student wrote beside the numbers, by question: the exported `explanations`, sections of answers.md and the
 * like, and comments at the functions themselves. Pure; linear in the texts.
 */
import { isRealExplanation } from "../contract/explanation";
import { isJoined, listCells } from "../contract/joined-cells";
import type { Value } from "../contract/value";
import { splitSections } from "./answer-sections";
import { type FoundComments, listComments } from "./code-comments";
import { createHeadingReader, type ReadHeading } from "./heading-names";
import { keepOwnWords } from "./own-comment";
import type { QuestionNames } from "./question-names";
import { readWrittenExplanations } from "./written-explanations";

export interface WrittenWork {
  /** The value of `export const explanations`, if there is one: names of questions to Markdown. */
  readonly exported: Value;
  /** Texts of answers.md, a README, or a notebook's text cells. */
  readonly texts: readonly string[];
  /** Texts of the source files. */
  readonly sources: readonly string[];
  readonly questions: readonly QuestionNames[];
}

export interface Explanations {
  /** In the order of the questions; those without a text are left out. */
  readonly byQuestion: ReadonlyMap<string, string>;
  /** What belongs to no question, for staff. */
  readonly unassigned: readonly string[];
}

/** Characters of one explanation that are kept: some twenty pages. */
export const longestExplanation = 65_536;

/** Texts that belong to no question, each looked at alone, and their characters; what there is besides comes as one. */
const mostUnassigned = 1_000;
const mostUnassignedCharacters = 4 * longestExplanation;

/** Where several places speak about one question, they stand below one another, the exported text first. */
export function collectExplanations({ exported, texts, sources, questions }: WrittenWork): Explanations {
  const readHeading = createHeadingReader(questions);
  const found = [
    ...readExported(exported ?? readAll(sources), readHeading),
    ...texts.flatMap((text) => splitSections(text, readHeading)),
    ...readComments(sources, questions, readHeading),
  ].filter((one) => one.text.trim() !== "");
  const byQuestion = questions.flatMap(({ id }) => {
    const own = found.flatMap((one) => (one.question === id ? [one.text.trim()] : []));
    return own.length === 0 ? [] : [[id, cut(own.join("\n\n"))] as const];
  });
  const others = found.flatMap((one) => (one.question === null ? [one.text] : []));
  return { byQuestion: new Map(byQuestion), unassigned: joinBeyond(others).map(cut) };
}

/** Those that are too many, or too long together, as one. */
function joinBeyond(texts: readonly string[]): readonly string[] {
  let characters = 0;
  let most = 0;
  for (const { length } of texts.slice(0, mostUnassigned)) {
    characters += length;
    if (characters > mostUnassignedCharacters) break;
    most++;
  }
  const rest = texts.slice(most);
  return rest.length === 0 ? texts : [...texts.slice(0, most), rest.join("\n\n")];
}

interface FoundText {
  readonly question: string | null;
  readonly text: string;
}

/** What is written out and was not exported. */
const readAll = (sources: readonly string[]): Value =>
  Object.fromEntries(sources.flatMap((source) => Object.entries(readWrittenExplanations(source))));

/**
 * One whole text has its headings, as answers.md has; an object has texts by name, each in one piece or several; a list
 * holds pairs or objects of a name and a text, or texts that belong to nothing.
 */
function readExported(exported: Value, readHeading: ReadHeading): readonly FoundText[] {
  if (typeof exported === "string") return splitSections(exported, readHeading);
  if (typeof exported !== "object" || exported === null) return [];
  if (Array.isArray(exported)) return exported.flatMap((one) => readEntry(listTexts(one), readHeading));
  return Object.entries(exported).map(([name, value]) => ({
    question: readName(name, readHeading),
    text: listTexts(value).join("\n\n"),
  }));
}

/** The first text that names a question says which one the others are about. */
function readEntry(texts: readonly string[], readHeading: ReadHeading): readonly FoundText[] {
  const names = texts.map((text) => readName(text, readHeading));
  const at = texts.length < 2 ? -1 : names.findIndex((name) => name !== null);
  const text = texts.filter((_, index) => index !== at).join("\n\n");
  return [{ question: names[at] ?? null, text }];
}

function readName(name: string, readHeading: ReadHeading): string | null {
  const named = name.length > 200 ? { kind: "none" as const } : readHeading(name);
  return named.kind === "question" && !named.isLoose ? named.id : null;
}

/** At any depth that an answer may have. */
function listTexts(value: Value): readonly string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value as object).flatMap(listTexts) : [];
}

/**
 * A comment that merely names what a line does is no explanation: at least one at the function must be real by
 * itself. Then all of them are shown, for they belong together.
 */
function readComments(
  sources: readonly string[],
  questions: readonly QuestionNames[],
  readHeading: ReadHeading,
): readonly FoundText[] {
  const all = sources.map((source) => findComments(source, questions));
  const ofHeaders = all
    .flatMap(({ headers }) => headers)
    .flatMap((text) => splitSections(markHeadings(text, readHeading), readHeading))
    .filter(({ question, text }) => question !== null && isRealExplanation(text));
  const owned = all.flatMap((one) => one.owned);
  return [...ofHeaders, ...readOwned(owned, questions)];
}

/** In a comment, "padding: my words" begins a section as "## padding" does. */
function markHeadings(comment: string, readHeading: ReadHeading): string {
  const mark = (line: string): string => {
    const named = readHeading(line);
    return named.kind === "question" && !named.isLoose ? `## ${line}` : line;
  };
  return comment.split("\n").map(mark).join("\n");
}

function readOwned(owned: FoundComments["owned"], questions: readonly QuestionNames[]): readonly FoundText[] {
  const claimed = new Set<string>();
  return questions.flatMap((question): readonly FoundText[] => {
    // A function that a later question asks for again is explained where it is asked for first.
    const names = new Set(question.exports.filter((name) => !claimed.has(name)));
    for (const name of names) claimed.add(name);
    const texts = owned
      .filter(({ owner }) => names.has(owner))
      .map((one) => keepOwnWords(one.text, question))
      .filter((text) => text !== "");
    return texts.some(isRealExplanation) ? [{ question: question.id, text: texts.join("\n\n") }] : [];
  });
}

/** By the function's exported name. What stands behind all code, or in a cell without any, is about what stands before. */
function findComments(source: string, questions: readonly QuestionNames[]): FoundComments {
  const asked = new Set(questions.flatMap(({ exports }) => exports));
  const lists = [...source.matchAll(/\bexport\s{0,20}\{([^{}]{0,4000})\}/g)].map(([, list = ""]) => list);
  const renamed = lists.flatMap((list) => [
    ...list.matchAll(/([\w$]{1,100})\s{1,20}as\s{1,20}([\w$]{1,100})/g),
  ]);
  const names = new Map(renamed.map(([, local = "", exported = ""]) => [local, exported]));
  const nameOf = (owner: string): string => names.get(owner) ?? owner;
  // What stands above a notebook's first cell is nobody's.
  const cells = isJoined(source) ? ["", ...listCells(source)] : [source];
  const { owned, headers } = listComments(cells, (name) => asked.has(nameOf(name)));
  return { owned: owned.map(({ owner, text }) => ({ owner: nameOf(owner), text })), headers };
}

/** As Unicode, and no longer than every later look at it can afford; a cut one says how many characters are missing. */
function cut(text: string): string {
  const missing = text.length - longestExplanation;
  const kept = missing > 0 ? `${text.slice(0, longestExplanation)}\n\n[… +${missing}]` : text;
  return kept.replace(/\p{Cs}/gu, "\uFFFD");
}
