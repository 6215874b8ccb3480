/** Whose results an output folder holds: those of one class, which a part of it may be graded into, and no other. */
import { readFile, realpath } from "node:fs/promises";
import { dirname, join } from "node:path";
import { UsageError } from "../contract/faults";
import { outputFiles } from "../records/output-files";
import { writeTextFile } from "../records/text-file";

export interface SeenClass {
  /** What is graded now: a class, or one submission of it. */
  readonly path: string;
  /** Everything found there, wanted or not. */
  readonly submissionIds: readonly string[];
  /** What is on record in the output folder, and under which name a submission would be. */
  readonly recorded: ReadonlySet<string>;
  readonly getFolder: (submissionId: string) => string;
}

/**
 * The same class is one at the same place, a submission out of it, or one that shares a submission with what is on
 * record (a class that was moved, or downloaded again).
 *
 * @throws UsageError when the folder holds the results of another class
 */
export async function refuseOtherClass(outFolder: string, seen: SeenClass): Promise<void> {
  const path = await realpath(seen.path);
  const known = await readClassPath(outFolder);
  const isKnown = known === path || known === dirname(path);
  const shares = seen.submissionIds.some((id) => seen.recorded.has(seen.getFolder(id)));
  if (seen.recorded.size > 0 && !isKnown && !shares) {
    throw new UsageError(
      `--out: ${outFolder} holds the results of another class${known === null ? "" : ` (${known})`}; choose another folder, or remove this one`,
    );
  }
  if (known === dirname(path) || (known !== null && seen.submissionIds.length < seen.recorded.size)) return;
  await writeClassPath(outFolder, path);
}

export async function writeClassPath(outFolder: string, path: string): Promise<void> {
  const file = join(outFolder, outputFiles.classIdentity.path);
  await writeTextFile(file, `${JSON.stringify({ path })}\n`);
}

/** Where the class lay that is on record; null where nobody knows. */
export async function readClassPath(outFolder: string): Promise<string | null> {
  try {
    const { path } = JSON.parse(await readFile(join(outFolder, outputFiles.classIdentity.path), "utf8")) as {
      readonly path?: unknown;
    };
    return typeof path === "string" ? path : null;
  } catch {
    return null;
  }
}
