/** Opens what a person typed: a folder, a zip archive, or one file that can be a submission. */

import { realpath, stat } from "node:fs/promises";
import { basename, dirname } from "node:path";
import { GraderFault, RefusedPath, UsageError } from "../contract/faults";
import type { Limits } from "../contract/limits";
import type { FoundSubmission } from "../contract/submission";
import { openDiskTree } from "./disk-tree";
import { type FileTree, rememberLists } from "./file-tree";
import type { NamedEntry } from "./find-entry";
import { isNotebookName, isSourceName, isZipName } from "./handed-in-names";
import type { QuestionNames } from "./question-names";
import { Refusal } from "./read-source";
import { ask } from "./remarks";
import { type TakeTree, takeWith } from "./take-bounded";
import { standAlone, takeInNotebook } from "./take-in";
import { takeWithWord } from "./take-with-word";
import { openArchiveTree } from "./zip-tree";

export interface OpenedPath {
  readonly kind: "folder" | "archive" | "file";
  /** As it was typed. */
  readonly path: string;
  readonly name: string;
  /** Of a file: the folder that it lies in. */
  readonly tree: FileTree;
  close(): void;
}

/** Of an archive that may hold a class: 5,000 people with 40 files each. */
const classEntries = 200_000;

/**
 * @param archiveEntries how many entries an archive at that path may hold
 * @throws UsageError when the path is missing, unreadable, or cannot be a submission by its name
 */
export async function openPath(
  path: string,
  limits: Limits,
  archiveEntries = classEntries,
): Promise<OpenedPath> {
  const { real, isFolder } = await findRoot(path);
  const name = basename(real) || "submission";
  const close = (): void => {};
  const openFolder = (folder: string): FileTree => rememberLists(openDiskTree(folder, limits.folderEntries));
  if (isFolder) return { kind: "folder", path, name, tree: openFolder(real), close };
  if (isZipName(name)) {
    const archive = await openArchiveTree(real, name, archiveEntries).catch((error) => {
      throw explainToCaller(error, path);
    });
    return { kind: "archive", path, name, tree: rememberLists(archive), close: archive.close };
  }
  if (!isSourceName(name) && !isNotebookName(name)) throw new UsageError(ask.notGradable(path));
  return { kind: "file", path, name, tree: openFolder(dirname(real)), close };
}

/** One person's work, whatever else it could be; a notebook with what it imports. @throws UsageError */
export async function openOne(
  path: string,
  limits: Limits,
  questions?: readonly QuestionNames[],
): Promise<FoundSubmission> {
  const opened = await openPath(path, limits, limits.archiveEntries);
  const { kind, name, tree } = opened;
  try {
    return kind === "file" && isNotebookName(name)
      ? await takeWithWord(name, (id) => takeInNotebook(tree, name, id, limits))
      : await takeInOpened(opened, takeWith(limits, { questions }));
  } finally {
    opened.close();
  }
}

export function takeInOpened(
  { kind, name, tree }: OpenedPath,
  take: TakeTree,
  options: NamedEntry = {},
): Promise<FoundSubmission> {
  return takeWithWord(name, (id) => {
    if (kind !== "file") return take(tree, id, options);
    const [alone, asked] = standAlone(tree, name);
    return take(alone, id, asked);
  });
}

/** What a submission could be refused for, or a machine be at fault for, is the caller's to mend in what was typed. */
export function explainToCaller(error: unknown, path: string): unknown {
  if (error instanceof Refusal) return new RefusedPath(path, error.says);
  return error instanceof GraderFault ? new UsageError(`${path}: ${error.message}`) : error;
}

/** The path that a person typed may be a link; nothing below it may. */
async function findRoot(path: string): Promise<{ readonly real: string; readonly isFolder: boolean }> {
  try {
    const real = await realpath(path);
    return { real, isFolder: (await stat(real)).isDirectory() };
  } catch (error) {
    throw new UsageError(`${path}: ${describeSystemError(error)}`);
  }
}

function describeSystemError(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === "ENOENT" || code === "ENOTDIR") return "no such file or folder";
  if (code === "EACCES" || code === "EPERM") return "cannot be read: permission denied";
  return message;
}
