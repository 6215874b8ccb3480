/** The project's own sources as digests see them: the same bytes on every system that checks them out. */
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

/** What the project does is made of these, relative to the repository. */
export const ownSources = [
  "graders",
  "reference",
  "scripts",
  "templates",
  "package.json",
  "package-lock.json",
];

/**
 * Files of a room, or the one file of that name. Nothing that a system or a tool leaves lying about.
 *
 * @param root the repository
 * @param path relative to it
 * @returns relative to the root, with forward slashes
 */
export async function listSources(root: string, path: string): Promise<readonly string[]> {
  if (/\.[a-z]+$/.test(path)) return [path];
  const found = await readdir(join(root, path), { recursive: true, withFileTypes: true });
  return found
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(root.length + 1))
    .map((file) => file.replaceAll("\\", "/"))
    .filter((file) => !/(^|\/)(\.|__pycache__\/)/.test(file));
}

/** Text of a source; a checkout may have given its lines other ends. */
export async function readSource(root: string, path: string): Promise<string> {
  return (await readFile(join(root, path), "utf8")).replaceAll("\r\n", "\n");
}
