/** Reads the one submission that a selfcheck looks at: a folder, a `.ts` file or a notebook, with the grader's eyes. */
import { mkdtemp, realpath, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { decodeSource, Refusal, readSource } from "../engine/read-source";
import type { FoundSubmission, Submission } from "../engine/submission";
import { isSourceName, takeInFile, takeInFolder } from "../engine/take-in";
import { UsageError } from "../engine/usage-error";
import { exportNotebook } from "../notebook/export-notebook";
import type { Limits } from "../sandbox/limits";

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
  const folder = await mkdtemp(join(tmpdir(), "ridgepoint-notebook-"));
  try {
    await writeFile(join(folder, "submission.ts"), exported.submission);
    if (exported.answers !== "") await writeFile(join(folder, "answers.md"), exported.answers);
    return await takeInFolder(folder, name, limits);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
