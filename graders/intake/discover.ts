/** Finds the submissions under a path and reads them into memory: the copy that was checked is the copy that runs. */
import type { Dirent } from "node:fs";
import { readdir, realpath, stat } from "node:fs/promises";
import { basename, join } from "node:path";
import { UsageError } from "../contract/faults";
import type { Limits } from "../contract/limits";
import type { Discovery, FoundSubmission, Submission } from "../contract/submission";
import { compareNames, escapeName, isOddName } from "./file-name";
import { Refusal } from "./read-source";
import { isIgnoredName, isSourceName, takeInFile, takeInFolder } from "./take-in";

/**
 * Takes in a folder of submissions (folders with a `submission.ts`, bare `.ts` files, or both), one submission's
 * folder, or one `.ts` file.
 *
 * @throws UsageError when the path is missing, unreadable, or holds no submission
 */
export async function discoverSubmissions(path: string, limits: Limits): Promise<Discovery> {
  const root = await openRoot(path);
  if (!root.isFolder) {
    if (!isSourceName(root.path)) throw new UsageError(`${path}: expected a folder or a .ts file`);
    return { submissions: [await takeIn(basename(root.path), (id) => takeInFile(root.path, id, limits))] };
  }
  const items = await listRoot(path, root.path);
  if (items.some((item) => item.name === "submission.ts")) {
    const name = basename(root.path) || "submission";
    return { submissions: [await takeIn(name, (id) => takeInFolder(root.path, id, limits))] };
  }
  const candidates = items.filter(isCandidate).sort((a, b) => compareNames(a.name, b.name));
  if (candidates.length === 0) throw new UsageError(describeNothing(path, items));
  const submissions: FoundSubmission[] = [];
  for (const item of candidates) submissions.push(await takeInItem(root.path, item, limits));
  return { submissions };
}

/** The path that a person typed may be a link; nothing below it may. */
async function openRoot(path: string): Promise<{ readonly path: string; readonly isFolder: boolean }> {
  try {
    const real = await realpath(path);
    return { path: real, isFolder: (await stat(real)).isDirectory() };
  } catch (error) {
    throw new UsageError(`${path}: ${describeSystemError(error)}`);
  }
}

async function listRoot(path: string, root: string): Promise<readonly Dirent[]> {
  try {
    const items = await readdir(root, { withFileTypes: true });
    return items.filter((item) => !isIgnoredName(item.name));
  } catch (error) {
    throw new UsageError(`${path}: ${describeSystemError(error)}`);
  }
}

/** Loose files of other kinds (a README, a spreadsheet) are nobody's submission. */
function isCandidate(item: Dirent): boolean {
  return item.isDirectory() || item.isSymbolicLink() || isSourceName(item.name);
}

function takeInItem(root: string, item: Dirent, limits: Limits): Promise<FoundSubmission> {
  const path = join(root, item.name);
  return takeIn(item.name, async (id) => {
    if (item.isSymbolicLink()) throw new Refusal("It is a link; links are not followed. Hand in a copy.");
    return item.isDirectory() ? takeInFolder(path, id, limits) : takeInFile(path, id, limits);
  });
}

async function takeIn(name: string, read: (id: string) => Promise<Submission>): Promise<FoundSubmission> {
  try {
    if (isOddName(name)) throw new Refusal("Its name holds characters that cannot be shown; rename it.");
    return await read(name);
  } catch (error) {
    if (error instanceof Refusal) return { kind: "refused", id: escapeName(name), refused: error.message };
    throw error;
  }
}

function describeNothing(path: string, items: readonly Dirent[]): string {
  const expected = "expected folders with a submission.ts, or .ts files";
  const names = items.slice(0, 3).map((item) => escapeName(item.name));
  const found = names.length === 0 ? "the folder is empty" : `found only ${names.join(", ")}`;
  return `${path}: no submissions (${expected}; ${found}${items.length > 3 ? ", …" : ""})`;
}

function describeSystemError(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === "ENOENT" || code === "ENOTDIR") return "no such file or folder";
  if (code === "EACCES" || code === "EPERM") return "cannot be read: permission denied";
  return message;
}
