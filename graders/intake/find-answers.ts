/** The file with the student's explanations. Nothing about it can sink a submission: at worst it is not read. */
import type { Limits } from "../contract/limits";
import type { Message } from "../contract/message";
import { type FileTree, folderOf, nameOf } from "./file-tree";
import { answersName, isAnswersDocumentName, isAnswersName, isNearAnswersName } from "./handed-in-names";
import { decodeText, Refusal } from "./read-source";
import { refuse, remark } from "./remarks";
import type { Survey, SurveyedFile } from "./survey";

export interface FoundAnswers {
  readonly path: string | null;
  /** Null when there is none. */
  readonly text: string | null;
  readonly remarks: readonly Message[];
}

/** @param entryFolder where the entry lies: a file beside it counts before one further up, and those before others */
export async function findAnswers(
  tree: FileTree,
  { files }: Survey,
  entryFolder: string,
  limits: Limits,
): Promise<FoundAnswers> {
  const known = files.filter(({ path }) => isAnswersName(nameOf(path)));
  const alike = files.filter(({ path }) => isNearAnswersName(nameOf(path)));
  const all = known.length > 0 ? known : alike;
  const beside = all.filter(({ path }) => folderOf(path) === entryFolder);
  const above = all.filter(({ path }) => isAbove(folderOf(path), entryFolder));
  const [near = []] = [beside, above, all].filter(({ length }) => length > 0);
  const found = await readNearest(tree, near, limits);
  const documents = files.filter(({ path }) => isAnswersDocumentName(nameOf(path)));
  const unread = documents.map(({ path }) => remark.answersUnread(path, refuse.otherDocument(path)));
  return { ...found, remarks: [...found.remarks, ...remarkOnOthers(found, [...known, ...alike]), ...unread] };
}

/** What is called otherwise may hold more than what was read, as where answers.md is still the one handed out. */
function remarkOnOthers(found: FoundAnswers, all: readonly SurveyedFile[]): readonly Message[] {
  const { path: read, text } = found;
  if (read === null || text === null) return [];
  const others = all.filter(({ path }) => path !== read && nameOf(path) !== answersName);
  return others.map(({ path }) => remark.answersUnread(path, refuse.otherAnswers(read)));
}

async function readNearest(
  tree: FileTree,
  near: readonly SurveyedFile[],
  limits: Limits,
): Promise<FoundAnswers> {
  const [only, second] = near.filter(({ path }) => nameOf(path) === answersName);
  if (only !== undefined && second === undefined) return readAnswers(tree, only, limits);
  const [first, other] = near;
  if (first === undefined) return { path: null, text: null, remarks: [] };
  if (other !== undefined)
    return { path: null, text: null, remarks: [remark.severalAnswers(near.map((one) => one.path))] };
  return readAnswers(tree, first, limits);
}

const isAbove = (folder: string, below: string): boolean =>
  folder === "" || below === folder || below.startsWith(`${folder}/`);

async function readAnswers(
  tree: FileTree,
  { path, item }: SurveyedFile,
  limits: Limits,
): Promise<FoundAnswers> {
  if (item.kind === "unusable")
    return { path, text: null, remarks: [remark.answersUnread(path, refuse.unusable(path, item.because))] };
  try {
    const bytes = await tree.read(path, limits.sourceFileBytes);
    // Prose may come in any encoding: what is not known here shows as replacement characters and costs nothing.
    return {
      path,
      text: decodeText(bytes) ?? new TextDecoder().decode(bytes),
      remarks: nameOf(path) === answersName ? [] : [remark.answersName(path)],
    };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { path, text: null, remarks: [remark.answersUnread(path, error.says)] };
  }
}
