/** What decides points, as one digest: a record made under another rubric is graded again. */
import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

/** Folders that hold data and code that decide points; how a report looks is not among them. */
const decidingFolders = ["reference", "graders"];
const ignored = /(^|\/)(samples|testing|report|export)\/|\.test\.ts$|\.md$/;

/**
 * "sha256:…" over the sources of `reference/` and `graders/`, tests, samples and reports left out.
 *
 * @param root the repository
 */
export async function digestRubric(root: string): Promise<string> {
  const hash = createHash("sha256");
  for (const folder of decidingFolders) {
    const found = await readdir(join(root, folder), { recursive: true, withFileTypes: true });
    const paths = found
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(root.length + 1))
      .map((path) => path.replaceAll("\\", "/"))
      .filter((path) => !ignored.test(path))
      .sort();
    for (const path of paths) hash.update(`${path}\n`).update(await readFile(join(root, path)));
  }
  return `sha256:${hash.digest("hex")}`;
}
