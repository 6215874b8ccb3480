/**
 * Reads one submission into memory: its entry, whatever the entry imports, and the explanations. Everything else that
 * was handed in is left aside with a word, so that it can neither take effect nor do harm.
 */
import type { Limits } from "../contract/limits";
import type { Message } from "../contract/message";
import type { LeftAside, Submission, TextFile, UnreadWork } from "../contract/submission";
import { digestContents } from "./content-digest";
import { type FileTree, folderOf, joinPath, keepFiles, nameOf, rememberLists, takeParts } from "./file-tree";
import { findAnswers } from "./find-answers";
import { type FoundEntry, findEntry, type NamedEntry } from "./find-entry";
import { entryName, isSourceName } from "./handed-in-names";
import { listLeftAside } from "./left-aside";
import type { TextCell } from "./notebook/export-notebook";
import { openNotebook } from "./notebook/open-notebook";
import type { QuestionNames } from "./question-names";
import { readReachable } from "./reach";
import { Refusal } from "./read-source";
import { refuse, remark } from "./remarks";
import { surveyTree } from "./survey";
import { findUnreadWork, findWorkInCells } from "./unread-work";
import { writeFiles } from "./write-files";
import { hidesExplanations } from "./written-explanations";
import { openNestedArchive } from "./zip-tree";

export interface TakeInOptions extends NamedEntry {
  /** What names the questions, where texts of any name are to be looked through for it. */
  readonly questions?: readonly QuestionNames[] | undefined;
  /** False inside an archive that was itself found in one. */
  readonly mayUnpack?: boolean;
  /** A file that was handed in alone: its name is nothing to remark on. */
  readonly isBareFile?: boolean;
  /** What was typed into a platform's page beside the files, as answers.md would hold it; "" where nothing was. */
  readonly typed?: { readonly text: string; readonly remarks: readonly Message[] };
}

/** One file of a tree, without its neighbours, and how it is taken in. */
export function standAlone(tree: FileTree, path: string): [alone: FileTree, options: TakeInOptions] {
  const name = nameOf(path);
  return [takeParts(tree, { files: [{ at: name, from: path }] }), { entry: name, isBareFile: true }];
}

/** A notebook at the top of a tree with what it imports, as its kernel has it. @throws Refusal, GraderFault */
export async function takeInNotebook(
  tree: FileTree,
  name: string,
  id: string,
  limits: Limits,
): Promise<Submission> {
  const { submission: written } = await readNotebook(tree, name, limits);
  const { files } = await readReachable({ tree, path: entryName, others: [], written }, limits);
  const kept = keepFiles(tree, [name, ...files.slice(1).map(({ path }) => path)]);
  return takeInTree(kept, id, limits, { entry: name, isBareFile: true });
}

/** What one person handed in, wherever it lies. @throws Refusal, GraderFault */
export async function takeInTree(
  given: FileTree,
  id: string,
  limits: Limits,
  options: TakeInOptions = {},
): Promise<Submission> {
  const tree = rememberLists(given);
  const survey = await surveyTree(tree, limits);
  const entry = await findEntry(tree, survey, limits, options);
  if (entry.kind === "archive") return unpack({ tree, path: entry.path }, id, limits, options);
  const notebook = entry.kind === "notebook" ? await readNotebook(tree, entry.path, limits) : null;
  const path = notebook === null ? entry.path : joinPath(folderOf(entry.path), entryName);
  const others = survey.files.flatMap((one) =>
    one.item.kind === "file" && isSourceName(nameOf(one.path)) ? [one.path] : [],
  );
  const written = notebook === null ? {} : { written: notebook.submission };
  const reached = await readReachable({ tree, path, others, ...written }, limits);
  const taken = reached.files.map((one) => one.path);
  const beside = others.filter((one) => !taken.includes(one));
  const place = { tree, survey, beside, questions: options.questions };
  const answers = await findAnswers(place, folderOf(path), limits);
  const sources = reached.files.map((one) => one.text);
  const besides = { tree, survey, taken: [entry.path, ...taken], sources };
  const unread = [
    ...findWorkInCells(nameOf(entry.path), notebook?.texts ?? [], sources),
    ...(options.isBareFile === true ? [] : await findUnreadWork(besides, limits)),
  ];
  const files = writeFiles(reached.files, reached.imports, findBase(taken));
  return finish({
    id,
    files,
    answers: joinTexts(notebook?.answers, answers.text, options.typed?.text || null),
    remarks: [
      ...(options.isBareFile === true && entry.kind === "source" ? [] : remarkOnEntry(entry)),
      ...(notebook?.remarks ?? []),
      ...reached.remarks,
      ...answers.remarks,
      ...remarkOnHidden(reached.files, notebook === null ? {} : { [path]: entry.path }),
      ...(options.typed?.remarks ?? []),
    ],
    leftAside: listLeftAside(survey, [entry.path, ...taken, ...answers.paths]),
    unread,
  });
}

async function unpack(
  { tree, path }: { readonly tree: FileTree; readonly path: string },
  id: string,
  limits: Limits,
  options: TakeInOptions,
): Promise<Submission> {
  if (options.mayUnpack === false) throw new Refusal(refuse.archiveInArchive(path));
  const archive = await openNestedArchive(tree, path, limits);
  try {
    const { entry: _, isBareFile: __, ...within } = options;
    const taken = await takeInTree(archive, id, limits, { ...within, mayUnpack: false });
    const remarks = options.isBareFile === true ? [] : [remark.archive(path)];
    return { ...taken, ...nonEmpty("remarks", [...remarks, ...(taken.remarks ?? [])]) };
  } finally {
    archive.close();
  }
}

interface NotebookTexts {
  readonly submission: string;
  /** Null when it explains nothing. */
  readonly answers: string | null;
  readonly texts: readonly TextCell[];
  readonly remarks: readonly Message[];
}

async function readNotebook(tree: FileTree, path: string, limits: Limits): Promise<NotebookTexts> {
  const exported = await openNotebook(tree, path, limits);
  if (exported.kind === "refused") throw new Refusal(exported.says);
  const { submission, answers, texts, remarks } = exported;
  return { submission, answers: answers === "" ? null : answers, texts, remarks };
}

function remarkOnEntry({ kind, path }: FoundEntry): readonly Message[] {
  const folder = folderOf(path);
  const name = nameOf(path);
  return [
    ...(kind === "notebook" ? [remark.notebook(name)] : name === entryName ? [] : [remark.entryName(name)]),
    ...(folder === "" ? [] : [remark.entryFolder(folder)]),
  ];
}

/** @param names of files that the student knows by another one */
function remarkOnHidden(
  files: readonly TextFile[],
  names: Readonly<Record<string, string>>,
): readonly Message[] {
  return files
    .filter(({ text }) => hidesExplanations(text))
    .map(({ path }) => remark.answersUnread(names[path] ?? path, refuse.notShown()));
}

/** The folder that all files share: what lies around them is wrapping. */
function findBase(paths: readonly string[]): string {
  return paths.map(folderOf).reduce((shared, folder) => {
    const parts = folder.split("/");
    const same = shared.split("/").findIndex((part, index) => part !== parts[index]);
    return same === -1 ? shared : shared.split("/").slice(0, same).join("/");
  });
}

/** Undefined when there is no text at all; an empty file is one. */
function joinTexts(...texts: readonly (string | null | undefined)[]): string | undefined {
  const given = texts.filter((text) => typeof text === "string");
  const filled = given.filter((text) => text !== "");
  return given.length === 0 ? undefined : filled.join("\n");
}

interface Taken {
  readonly id: string;
  readonly files: ReturnType<typeof writeFiles>;
  readonly answers: string | undefined;
  readonly remarks: readonly Message[];
  readonly leftAside: readonly LeftAside[];
  readonly unread: readonly UnreadWork[];
}

function finish({ id, files, answers, remarks, leftAside, unread }: Taken): Submission {
  return {
    kind: "submission",
    id,
    entry: files.entry,
    files: files.files,
    contentDigest: digestContents(files.handedIn, { answers, unread }),
    ...(answers === undefined ? {} : { answersMarkdown: answers }),
    ...nonEmpty("remarks", remarks),
    ...nonEmpty("leftAside", leftAside),
    ...nonEmpty("unread", unread),
  };
}

/** Absent rather than empty: what was handed in as asked needs no word. */
function nonEmpty<Key extends string, T>(key: Key, items: readonly T[]): { [key in Key]?: readonly T[] } {
  return items.length === 0 ? {} : ({ [key]: items } as { [key in Key]?: readonly T[] });
}
