/**
 * The files with the student's explanations, all that are called so: a second download, a copy, or the one handed out
 * beside one's own takes nothing from another. Nothing about them can sink a submission: at worst one is not read.
 */
import type { Limits } from "../contract/limits";
import type { Message } from "../contract/message";
import type { TextFile } from "../contract/submission";
import { lowerHeadings } from "./answer-sections";
import { takeDocuments } from "./documents";
import { type FileTree, folderOf, nameOf } from "./file-tree";
import {
  answersName,
  isAnswersDocumentName,
  isAnswersName,
  isAnswersSourceName,
  isClosedDocumentName,
  isNearAnswersName,
  isPackagePath,
  isProseName,
} from "./handed-in-names";
import { decodeIfPossible } from "./looks";
import type { QuestionNames } from "./question-names";
import { decodeText, Refusal } from "./read-source";
import { refuse, remark } from "./remarks";
import type { Survey, SurveyedFile } from "./survey";
import { readWrittenExplanations } from "./written-explanations";

export interface FoundAnswers {
  /** Of what was read, or would have been. */
  readonly paths: readonly string[];
  /** Null when there is none. */
  readonly text: string | null;
  readonly remarks: readonly Message[];
}

export interface AnswersPlace {
  readonly tree: FileTree;
  readonly survey: Survey;
  /** Sources that nothing imports. */
  readonly beside: readonly string[];
  /** What names the questions, by which texts of other names are known: those are not read where it is left out. */
  readonly questions?: readonly QuestionNames[] | undefined;
}

/** @param entryFolder where the entry lies: a file beside it comes before one further up, and those before others */
export async function findAnswers(
  { tree, survey: { files }, beside, questions }: AnswersPlace,
  entryFolder: string,
  limits: Limits,
): Promise<FoundAnswers> {
  const rank = ({ path }: SurveyedFile): number =>
    (folderOf(path) === entryFolder ? 0 : isAbove(folderOf(path), entryFolder) ? 3 : 6) +
    (nameOf(path) === answersName ? 0 : isAnswersName(nameOf(path)) ? 1 : 2);
  const called = files
    .filter(({ item }) => item.kind === "unusable" || item.isAlias !== true)
    .filter(({ path }) => isAnswersName(nameOf(path)) || isNearAnswersName(nameOf(path)))
    .sort((a, b) => rank(a) - rank(b));
  const read = await readAll(tree, called, limits);
  const others = files.filter((one) => !called.includes(one) && isDocument(one));
  const texts = async () => [
    ...(await readDocuments(tree, others, limits)),
    ...(await findWritten(tree, beside, limits)),
  ];
  const taken = questions === undefined ? [] : takeDocuments(await texts(), questions);
  const all = [read.text, ...taken.map(({ text }) => text)].filter((text) => text !== null && text !== "");
  const isMeant = all.length === 0 ? isClosedDocumentName : isAnswersDocumentName;
  const unread = files
    .filter(({ path }) => isMeant(nameOf(path)))
    .map(({ path }) => remark.answersUnread(path, refuse.otherDocument(path)));
  return {
    paths: [...read.paths, ...taken.map(({ path }) => path)],
    text: taken.length === 0 ? read.text : all.join("\n\n"),
    remarks: [...read.remarks, ...unread, ...taken.map(({ path }) => remark.answersName(path))],
  };
}

function isDocument({ path, item }: SurveyedFile): boolean {
  return item.kind === "file" && item.isAlias !== true && !isPackagePath(path) && isProseName(nameOf(path));
}

/** What is too much, or is no text, is nothing that anybody misses: it is named for staff. */
async function readDocuments(
  tree: FileTree,
  files: readonly SurveyedFile[],
  limits: Limits,
): Promise<readonly TextFile[]> {
  const read: TextFile[] = [];
  let bytes = 0;
  for (const file of files) {
    const text = bytes > limits.sourceBytes ? null : await readAnswers(tree, file, limits);
    if (typeof text !== "string") continue;
    bytes += text.length;
    read.push({ path: file.path, text });
  }
  return read;
}

/** Explanations that a source writes out which is called so, and which nothing imports: below the names they have there. */
async function findWritten(
  tree: FileTree,
  paths: readonly string[],
  limits: Limits,
): Promise<readonly TextFile[]> {
  const called = paths.filter((path) => isAnswersSourceName(nameOf(path)));
  const written: TextFile[] = [];
  for (const path of called.slice(0, mostWritten)) {
    const found = readWrittenExplanations(await decodeIfPossible(tree, path, limits));
    const sections = Object.entries(found).filter(([name]) => name !== "");
    const text = sections.map(([name, own]) => `## ${name}\n\n${lowerHeadings(own)}\n`).join("\n");
    if (text !== "") written.push({ path, text });
  }
  return written;
}

/** Nobody has more files of one name. */
const mostWritten = 20;

const isAbove = (folder: string, below: string): boolean =>
  folder === "" || below === folder || below.startsWith(`${folder}/`);

async function readAll(
  tree: FileTree,
  files: readonly SurveyedFile[],
  limits: Limits,
): Promise<FoundAnswers> {
  const paths: string[] = [];
  const texts: string[] = [];
  const remarks: Message[] = [];
  let bytes = 0;
  for (const file of files) {
    const found =
      bytes > limits.sourceBytes
        ? remark.answersUnread(file.path, refuse.tooMuch(limits.sourceBytes))
        : await readAnswers(tree, file, limits);
    if (typeof found === "string") {
      bytes += found.length;
      texts.push(found);
    } else remarks.push(found);
    const isMisnamed = typeof found === "string" && nameOf(file.path) !== answersName;
    if (isMisnamed) remarks.push(remark.answersName(file.path));
    paths.push(file.path);
  }
  return { paths, text: joinFiles(texts), remarks };
}

/** A heading that names no question ends the last section of the file before. */
function joinFiles(texts: readonly string[]): string | null {
  const [first = null] = texts;
  // Copies say nothing more.
  const written = [...new Set(texts)].filter((text) => text.trim() !== "");
  return written.length === 0 ? first : written.join("\n\n# …\n\n");
}

/** @returns its text, or why it is not read */
async function readAnswers(
  tree: FileTree,
  { path, item }: SurveyedFile,
  limits: Limits,
): Promise<string | Message> {
  if (item.kind === "unusable") return remark.answersUnread(path, refuse.unusable(path, item.because));
  try {
    const bytes = await tree.read(path, limits.sourceFileBytes);
    // Prose may come in any encoding: what is not known here shows as replacement characters and costs nothing.
    return decodeText(bytes) ?? new TextDecoder().decode(bytes);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return remark.answersUnread(path, error.says);
  }
}
