/** Reads the one submission that a selfcheck looks at: a folder, a `.ts` file or a notebook, with the grader's eyes. */
import { mkdir, mkdtemp, realpath, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { UsageError } from "../../contract/faults";
import type { Limits } from "../../contract/limits";
import type { FoundSubmission, Submission } from "../../contract/submission";
import { exportNotebook } from "../../intake/notebook/export-notebook";
import { decodeSource, Refusal, readSource } from "../../intake/read-source";
import { isSourceName, takeInFile, takeInFolder } from "../../intake/take-in";

/** Pictures in a notebook's outputs may be large; they are not read further. */
const notebookBytes = 64 * 1024 * 1024;

/** @throws UsageError when there is nothing at the path that could be a submission */
export async function openSubmission(path: string, limits: Limits): Promise<FoundSubmission> {
  const real = await realpath(path).catch(() => {
    throw new UsageError(`${path}: no such file or folder`);
  });
  const name = basename(real);
  try {
    if ((await stat(real)).isDirectory()) return await takeInFolder(real, name || "submission", limits);
    if (name.toLowerCase().endsWith(".ipynb")) return await takeInNotebook(real, name, limits);
    if (isSourceName(name)) return await takeInFile(real, name, limits);
  } catch (error) {
    if (error instanceof Refusal) return { kind: "refused", id: name, refused: error.message };
    throw error;
  }
  throw new UsageError(`${path}: expected a folder, a .ts file or a .ipynb notebook`);
}

/** Exported into a folder of its own and taken in from there, so that it is judged like any other. @throws Refusal */
async function takeInNotebook(path: string, name: string, limits: Limits): Promise<Submission> {
  const text = decodeSource(await readSource(path, name, notebookBytes), name);
  const exported = exportNotebook(name, text);
  if (exported.kind === "refused") throw new Refusal(exported.says);
  const answers = exported.answers === "" ? [] : [{ path: "answers.md", text: exported.answers }];
  return takeInTexts(name, [{ path: "submission.ts", text: exported.submission }, ...answers], limits);
}

export interface TextFile {
  readonly path: string;
  readonly text: string;
}

/** Files that stand nowhere yet, taken in as if they had been handed in. @throws Refusal */
export async function takeInTexts(
  id: string,
  files: readonly TextFile[],
  limits: Limits,
): Promise<Submission> {
  const folder = await mkdtemp(join(tmpdir(), "ridgepoint-texts-"));
  try {
    for (const { path, text } of files) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), text);
    }
    return await takeInFolder(folder, id, limits);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
