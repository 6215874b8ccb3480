/** Puts the student package where it was asked for: what somebody else put there is neither replaced nor removed. */
import { lstat, mkdir, readdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { UsageError } from "../../graders/contract/faults";
import { describeError, hasErrorCode } from "../../graders/contract/thrown";

export interface PlacedFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/**
 * The files as a folder, and the archive beside it.
 *
 * @param isForced what stands there under the same names is written over
 * @returns what lies in the folder besides
 * @throws UsageError when something is there that nobody asked to replace, or nothing can be written
 */
export async function placePackage(
  folder: string,
  files: readonly PlacedFile[],
  zip: Uint8Array,
  isForced: boolean,
): Promise<readonly string[]> {
  const archive = `${folder}.zip`;
  try {
    if (!isForced) for (const path of [folder, archive]) await expectNothing(path);
    for (const { path, bytes } of files) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), bytes);
    }
    await writeFile(archive, zip);
    return await listOthers(folder, "", new Set(files.flatMap(({ path }) => withFolders(path))));
  } catch (error) {
    throw error instanceof UsageError ? error : new UsageError(`${folder}: ${describeError(error)}`);
  }
}

/** An empty folder is nothing. */
async function expectNothing(path: string): Promise<void> {
  const found = await lstat(path).catch((error: unknown) => {
    if (hasErrorCode(error, "ENOENT")) return null;
    throw error;
  });
  if (found === null || (found.isDirectory() && (await readdir(path)).length === 0)) return;
  throw new UsageError(`${path} is there already; write over it with --force`);
}

/** "a/b/c" and "a/b" and "a". */
function withFolders(path: string): readonly string[] {
  const parts = path.split("/");
  return parts.map((_, at) => parts.slice(0, at + 1).join("/"));
}

/** From the top down, and into no folder but the package's own. */
async function listOthers(
  folder: string,
  below: string,
  own: ReadonlySet<string>,
): Promise<readonly string[]> {
  const items = await readdir(join(folder, below), { withFileTypes: true });
  const lists = items.map(async (item) => {
    const path = below === "" ? item.name : `${below}/${item.name}`;
    if (!own.has(path)) return [path];
    return item.isDirectory() ? listOthers(folder, path, own) : [];
  });
  return (await Promise.all(lists)).flat().sort();
}
