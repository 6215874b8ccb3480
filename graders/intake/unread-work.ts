/**
 * Work that was handed in beside what is graded: whoever fills in a file that nobody imports has answered all the same.
 * Which of the functions are asked for is not known here.
 */
import { GraderFault } from "../contract/faults";
import type { Limits } from "../contract/limits";
import { foldName } from "../contract/near-name";
import type { UnreadWork } from "../contract/submission";
import { listWork, listWorkInText } from "./answered";
import { escapeName } from "./file-name";
import { type FileTree, nameOf } from "./file-tree";
import {
  isConfigurationName,
  isDocumentName,
  isForeignArchiveName,
  isNotebookName,
  isPackagePath,
  isSourceName,
  isTextName,
  isZipName,
} from "./handed-in-names";
import { decodeIfPossible } from "./looks";
import { listWrittenNames } from "./missing-export";
import type { TextCell } from "./notebook/export-notebook";
import { decodeText, Refusal } from "./read-source";
import type { Survey, SurveyedFile } from "./survey";

export interface Besides {
  readonly tree: FileTree;
  readonly survey: Survey;
  /** Paths of the sources that are graded, and their texts. */
  readonly taken: readonly string[];
  readonly sources: readonly string[];
}

/** More names are no work of a student's. */
const mostNames = 200;

/** In the order of the survey. */
export async function findUnreadWork(
  { tree, survey, taken, sources }: Besides,
  limits: Limits,
): Promise<readonly UnreadWork[]> {
  const own = readOwn(sources);
  const isTaken = new Set(taken);
  const others = survey.files.filter((file) => !isTaken.has(file.path) && mayHoldWork(file));
  const found: UnreadWork[] = [];
  let bytes = 0;
  for (const { path, item } of others) {
    const text = bytes > limits.sourceBytes || item.kind !== "file" ? null : await read(tree, path, limits);
    bytes += text?.length ?? 0;
    const answers = text === null ? [] : listAnswers(path, text).filter(own.isOpen).slice(0, mostNames);
    const isClosed = text === null && own.isUntouched;
    if (answers.length > 0 || isClosed) found.push({ file: escapeName(path), answers });
  }
  return found;
}

/**
 * What text cells of a notebook answer and its code leaves open, each function once: a key pressed by mistake turns code
 * into text.
 */
export function findWorkInCells(
  file: string,
  cells: readonly TextCell[],
  sources: readonly string[],
): readonly UnreadWork[] {
  const own = readOwn(sources);
  const known = new Set<string>();
  return cells.flatMap(({ number, text }) => {
    const names = listWorkInText(text).filter((name) => own.isOpen(name) && !known.has(name));
    const answers = names.slice(0, Math.max(0, mostNames - known.size));
    for (const name of answers) known.add(name);
    return answers.length === 0 ? [] : [{ file: escapeName(file), cell: number, answers }];
  });
}

interface OwnWork {
  /** Whether a function of that name is a stub here, or is nowhere. */
  isOpen(name: string): boolean;
  /** There is nothing but stubs. */
  readonly isUntouched: boolean;
}

function readOwn(sources: readonly string[]): OwnWork {
  const open = new Set<string>();
  const answered = new Set<string>();
  for (const [name, work] of sources.flatMap((text) => [...listWork(text)]))
    (work === "answered" ? answered : open).add(foldName(name));
  const words = new Set([...listWrittenNames(sources).words].map(foldName));
  return {
    isOpen: (name) => {
      const folded = foldName(name);
      return !answered.has(folded) && (open.has(folded) || !words.has(folded));
    },
    isUntouched: open.size > 0 && answered.size === 0,
  };
}

/** What is handed out, pictures and data aside. */
function mayHoldWork({ path, item }: SurveyedFile): boolean {
  if (item.kind === "folder" || (item.kind === "file" && (item.isAlias === true || isPackagePath(path))))
    return false;
  const name = nameOf(path);
  if (isConfigurationName(name)) return false;
  const kinds = [isSourceName, isNotebookName, isDocumentName, isTextName, isForeignArchiveName, isZipName];
  return kinds.some((isOfKind) => isOfKind(name));
}

const closed = [
  isForeignArchiveName,
  isZipName,
  (name: string) => /\.(?:docx?|odt|rtf|pdf|pages)$/i.test(name),
];

/** Null for what nobody can look into here. */
async function read(tree: FileTree, path: string, limits: Limits): Promise<string | null> {
  const name = nameOf(path);
  try {
    if (closed.some((isOfKind) => isOfKind(name))) return null;
    const code = isSourceName(name) || isNotebookName(name) ? await decodeIfPossible(tree, path, limits) : "";
    // Of a notebook in another language its own text.
    return code === "" ? decodeText(await tree.read(path, limits.sourceFileBytes)) : code;
  } catch (error) {
    // What nobody needs may be of any kind, on a machine that cannot read it as well.
    if (error instanceof Refusal || error instanceof GraderFault) return null;
    throw error;
  }
}

function listAnswers(path: string, text: string): readonly string[] {
  const isCode = isSourceName(path) || (isNotebookName(path) && !text.startsWith("{"));
  if (!isCode) return listWorkInText(/\.html?$/i.test(path) ? text.replace(/<[^<>]{0,300}>/g, "") : text);
  return [...listWork(text)].flatMap(([name, work]) => (work === "open" ? [] : [name]));
}
