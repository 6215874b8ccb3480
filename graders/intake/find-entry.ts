/** Which of the files handed in is the submission: the one with the right name, or the only one it can be. */
import { findTyped } from "../contract/find-typed";
import type { Limits } from "../contract/limits";
import { listOpen, listWork } from "./answered";
import { type FileTree, folderOf, nameOf } from "./file-tree";
import {
  entryName,
  isCodeName,
  isConfigurationName,
  isForeignArchiveName,
  isNearEntryName,
  isNotebookName,
  isPackagePath,
  isSourceName,
  isZipName,
} from "./handed-in-names";
import { holdsTypesAlone } from "./holds-types";
import { listImports } from "./import-specifiers";
import { isRelative, lookUp, resolvePath } from "./look-up";
import { type Look, openLooks } from "./looks";
import { Refusal } from "./read-source";
import { refuse } from "./remarks";
import type { Survey, SurveyedFile } from "./survey";

export type FoundEntry = {
  readonly kind: "source" | "notebook" | "archive";
  readonly path: string;
};

/** Names or paths that the person who grades says the entry has. */
export interface NamedEntry {
  /** Whatever else there is. */
  readonly entry?: string;
  /** Where nothing else tells which of the files it is, the first of them that is there. */
  readonly entriesInDoubt?: readonly string[];
}

export async function findEntry(
  tree: FileTree,
  survey: Survey,
  limits: Limits,
  { entry, entriesInDoubt = [] }: NamedEntry = {},
): Promise<FoundEntry> {
  const files = survey.files.filter(({ item }) => item.kind === "unusable" || item.isAlias !== true);
  const names = [...new Set(files.flatMap(({ path }) => [path, nameOf(path)]))];
  const findNamed = (typed: string) => {
    const wanted = findTyped(typed, names);
    return wanted === undefined ? null : choose(files, ({ path }) => isCalled(path, wanted));
  };
  if (entry !== undefined) return describe(findNamed(entry) ?? failToFind(entry));
  try {
    return await findUnnamed({ tree, survey, files }, limits);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    for (const wanted of entriesInDoubt) {
      const named = findNamed(wanted);
      if (named !== null) return describe(named);
    }
    throw error;
  }
}

interface Looked {
  readonly tree: FileTree;
  readonly survey: Survey;
  readonly files: readonly SurveyedFile[];
}

/** @throws Refusal where it could be several files, or none */
async function findUnnamed({ tree, survey, files }: Looked, limits: Limits): Promise<FoundEntry> {
  const exact = choose(files, ({ path }) => nameOf(path) === entryName);
  const isNear = ({ path }: SurveyedFile): boolean =>
    nameOf(path) !== entryName && isNearEntryName(nameOf(path));
  const look = openLooks(tree, limits);
  if (exact !== null) {
    // The right name further down does not beat a nearly right one above it.
    const above = files.filter((file) => isNear(file) && file.depth < exact.depth);
    if (above.length > 0) throw severalOf([...above, exact]);
    return describe((await findFilled(tree, files, exact, look)) ?? exact);
  }
  const near = choose(files, isNear);
  if (near !== null) return describe((await findFilled(tree, files, near, look)) ?? near);
  return describe((await findOther(tree, files, look)) ?? failToFindAny(survey, files));
}

function isCalled(path: string, wanted: string): boolean {
  return path === wanted || nameOf(path) === wanted;
}

/** The only fitting file of the highest folder that has one. @throws Refusal when there are several */
function choose(files: readonly SurveyedFile[], fits: (file: SurveyedFile) => boolean): SurveyedFile | null {
  const [first, ...rest] = files.filter(fits);
  if (first === undefined) return null;
  const equals = rest.filter(({ depth }) => depth === first.depth);
  if (equals.length > 0) throw severalOf([first, ...equals]);
  return first;
}

/**
 * The file that was written in place of an entry which lies beside it as it was handed out; null where there is none.
 *
 * @throws Refusal when there are several, or an archive that nobody has looked into
 */
async function findFilled(
  tree: FileTree,
  files: readonly SurveyedFile[],
  entry: SurveyedFile,
  look: Look,
): Promise<SurveyedFile | null> {
  const others = files.filter(({ item, path }) => item.kind === "file" && path !== entry.path);
  const code = others.filter(({ path }) => isCandidate(nameOf(path)) && !isPackagePath(path));
  if (code.length === 0 || !isSourceName(nameOf(entry.path))) return null;
  const open = listOpen(await look(entry.path));
  if (open === null) return null;
  const filled: SurveyedFile[] = [];
  for (const file of code) {
    const [name, text] = [nameOf(file.path), await look(file.path)];
    // A bundle of programs declares whatever it likes.
    const work = isNotebookName(name) || /\bexports?\b/.test(text) ? listWork(text) : new Map();
    if (isZipName(name) || open.some((one) => (work.get(one) ?? "open") !== "open")) filled.push(file);
  }
  const imported = await listImported(tree, code, look);
  const [root, other] = filled.filter(({ path }) => !imported.has(path));
  if (root === undefined) return null;
  if (other !== undefined || isZipName(nameOf(root.path))) throw severalOf([entry, ...filled]);
  return root;
}

/** A source, notebook or archive by any name, when there is only one. */
async function findOther(
  tree: FileTree,
  files: readonly SurveyedFile[],
  look: Look,
): Promise<SurveyedFile | null> {
  const candidates = files.filter(({ item, path }) => item.kind === "file" && isCandidate(nameOf(path)));
  const all = candidates.filter(({ depth }) => depth === candidates[0]?.depth);
  const highest = await dropTypes(all, look);
  const [only, second] = highest;
  if (only === undefined || second === undefined) return only ?? null;
  const folders = new Set(highest.map(({ path }) => folderOf(path)));
  const haveCode = highest.every(({ path }) => isCodeName(nameOf(path)));
  if (folders.size > 1 || !haveCode) throw severalOf(highest);
  const imported = await listImported(tree, highest, look);
  const roots = highest.filter(({ path }) => !imported.has(path));
  const [root, other] = roots;
  if (other !== undefined && (await isSplit(roots, look)))
    throw new Refusal(refuse.splitWork(roots.map(({ path }) => path)));
  if (root === undefined || other !== undefined) throw severalOf(highest);
  return root;
}

/** Whether each has functions of its own: one of them alone would be a part of the work. */
async function isSplit(files: readonly SurveyedFile[], look: Look): Promise<boolean> {
  const answered: (readonly string[])[] = [];
  for (const { path } of files) {
    const work = isSourceName(nameOf(path)) ? [...listWork(await look(path))] : [];
    answered.push(work.flatMap(([name, kind]) => (kind === "open" ? [] : [name])));
  }
  const all = answered.flat();
  return answered.every((names) => names.length > 0) && new Set(all).size === all.length;
}

/** Types alone run nothing: those that are handed out lie beside many a submission. Where there is nothing else, they stay. */
export async function dropTypes<File extends { readonly path: string }>(
  files: readonly File[],
  look: Look,
): Promise<readonly File[]> {
  if (files.length < 2) return files;
  const running: File[] = [];
  for (const file of files) {
    const isSource = isSourceName(nameOf(file.path));
    if (!isSource || !holdsTypesAlone(await look(file.path))) running.push(file);
  }
  return running.length === 0 ? files : running;
}

function isCandidate(name: string): boolean {
  if (isConfigurationName(name)) return false;
  return isCodeName(name) || isZipName(name);
}

/** Which of the files another of them imports. One that cannot be read imports nothing. */
export async function listImported(
  tree: FileTree,
  files: readonly { readonly path: string }[],
  look: Look,
): Promise<ReadonlySet<string>> {
  const imported = new Set<string>();
  for (const { path } of files) {
    for (const specifier of listImports(await look(path)).specifiers.filter(isRelative)) {
      const target = resolvePath(path, specifier);
      const found = target === null ? null : await lookUp(tree, target);
      if (found !== null && found.path !== path) imported.add(found.path);
    }
  }
  return imported;
}

/** @throws Refusal when it stands there but cannot be opened */
function describe({ path, item }: SurveyedFile): FoundEntry {
  if (item.kind === "unusable") throw new Refusal(refuse.unusable(path, item.because));
  const name = nameOf(path);
  return { path, kind: isZipName(name) ? "archive" : isNotebookName(name) ? "notebook" : "source" };
}

function severalOf(files: readonly SurveyedFile[]): Refusal {
  return new Refusal(refuse.severalEntries(files.map(({ path }) => path)));
}

function failToFind(wanted: string): never {
  throw new Refusal(refuse.entryNotThere(wanted));
}

function failToFindAny({ folders, leftAside }: Survey, files: readonly SurveyedFile[]): never {
  if (folders.includes(entryName)) throw new Refusal(refuse.entryIsFolder());
  const archive = files.find(({ path }) => isForeignArchiveName(nameOf(path)));
  if (archive !== undefined) throw new Refusal(refuse.foreignArchive(archive.path));
  const names = files.map(({ path }) => path);
  if (names.length === 0 && leftAside.length === 0) throw new Refusal(refuse.emptyFolder());
  throw new Refusal(refuse.noEntry(names.length === 0 ? folders : names));
}
