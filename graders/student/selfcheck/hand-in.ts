/**
 * What belongs to a file that was named by its path. The package's own entry stands for the folder that it lies in, and a
 * notebook brings what it imports; of any other file, what was left out beside it is told, since its absence would look
 * like the student's mistake.
 */
import { realpath } from "node:fs/promises";
import { basename, dirname } from "node:path";
import type { Limits } from "../../contract/limits";
import type { Submission } from "../../contract/submission";
import { openDiskTree } from "../../intake/disk-tree";
import { rememberLists } from "../../intake/file-tree";
import { answersName, entryName, isSourceName } from "../../intake/handed-in-names";
import { listImports } from "../../intake/import-specifiers";
import { isRelative, lookUp, resolvePath } from "../../intake/look-up";
import { openOne } from "../../intake/open-path";

/** The folder of a submission.ts that is its folder's entry; any other path as it is. */
export async function findHandIn(path: string, limits: Limits): Promise<string> {
  if (basename(path) !== entryName) return path;
  try {
    const alone = await openOne(path, limits);
    const found = await openOne(dirname(path), limits);
    return alone.kind === "submission" && found.kind === "submission" && found.entry === entryName
      ? dirname(path)
      : path;
  } catch {
    // What cannot be opened says so when it is opened.
    return path;
  }
}

/** Names of what lies beside a file that was taken alone, and would be taken with its folder. */
export async function findLeftBeside(
  path: string,
  { entry, files }: Submission,
  limits: Limits,
): Promise<readonly string[]> {
  // An archive or a folder brings everything; a notebook what it imports, and its texts explain.
  if (!isSourceName(basename(path))) return [];
  try {
    const tree = rememberLists(openDiskTree(dirname(await realpath(path)), limits.folderEntries));
    const text = files.find((file) => file.path === entry)?.text ?? "";
    const wanted = listImports(text)
      .specifiers.filter(isRelative)
      .map((one) => resolvePath("", one));
    const found = await Promise.all(
      [answersName, ...wanted].map((one) => (one === null ? null : lookUp(tree, one))),
    );
    return [...new Set(found.flatMap((one) => one?.path ?? []))].filter((name) => name !== basename(path));
  } catch {
    // What cannot be listed holds nothing to be told.
    return [];
  }
}
