/**
 * The assignment can be answered in `submission.ts` or in a notebook, and both lie in the package: whoever fills one of
 * them must not hand in the other. Looks at their texts alone, so that it costs nothing to look.
 */
import { readdir, readFile, stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import type { Limits } from "../../contract/limits";
import { isAnswered } from "../../intake/answered";
import { entryName, isNotebookName } from "../../intake/handed-in-names";
import { exportNotebook } from "../../intake/notebook/export-notebook";

/** A file that could be handed in instead. */
export interface OtherWay {
  readonly file: string;
  /** Functions that are answered there and not in what was opened. */
  readonly answers: readonly string[];
}

/** Outputs of cells, pictures among them, are larger than what was written. */
const notebookFactor = 16;
/** Notebooks beside these many others are somebody's own. */
const mostNotebooks = 20;

/**
 * The file beside a submission that answers most of what the submission leaves open; null when none answers anything
 * more, or when a single source file was opened, which is then meant.
 *
 * @param path a folder or a notebook, as it was opened
 * @param sources texts of what was opened
 * @param asked names of all functions that are asked for
 */
export async function findOtherWay(
  path: string,
  sources: readonly string[],
  asked: ReadonlySet<string>,
  limits: Limits,
): Promise<OtherWay | null> {
  const open = [...asked].filter((name) => !sources.some((text) => isAnswered(name, text)));
  const others = await Promise.all((await listOthers(path)).map((file) => readOther(file, limits)));
  const ways = others.flatMap((other): readonly OtherWay[] => {
    const answers = other === null ? [] : open.filter((name) => isAnswered(name, other.text));
    return other === null || answers.length === 0 ? [] : [{ file: other.file, answers }];
  });
  return ways.sort((a, b) => b.answers.length - a.answers.length)[0] ?? null;
}

/** Notebooks in a folder; beside a notebook the submission that the package begins with. */
async function listOthers(path: string): Promise<readonly string[]> {
  try {
    if (isNotebookName(basename(path))) return [join(dirname(path), entryName)];
    if (!(await stat(path)).isDirectory()) return [];
    const names = (await readdir(path)).filter(isNotebookName).sort();
    return names.slice(0, mostNotebooks).map((name) => join(path, name));
  } catch {
    // What cannot be listed holds nothing to be told.
    return [];
  }
}

async function readOther(path: string, limits: Limits): Promise<{ file: string; text: string } | null> {
  const file = basename(path);
  try {
    if ((await stat(path)).size > limits.sourceBytes * notebookFactor) return null;
    const text = await readFile(path, "utf8");
    if (!isNotebookName(file)) return { file, text };
    const exported = exportNotebook(file, text);
    return exported.kind === "exported" ? { file, text: exported.submission } : null;
  } catch {
    return null;
  }
}
