/** For tests: everything in an output folder, apart from what the clock decides. */
import { readdir, readFile } from "node:fs/promises";
import { join, relative } from "node:path";

/** Texts by path, times and durations masked, which are all that two runs differ by. */
export async function readOutFolder(folder: string): Promise<Readonly<Record<string, string>>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((one) => one.isFile())
    .map((one) => join(one.parentPath ?? one.path, one.name));
  const texts = files.map(async (path) => [relative(folder, path), mask(await readFile(path, "utf8"))]);
  return Object.fromEntries((await Promise.all(texts)).sort());
}

function mask(text: string): string {
  return text
    .replace(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z/g, "<time>")
    .replace(/"durationMs": \d+/g, '"durationMs": 0');
}
