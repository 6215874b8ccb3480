/**
 * The assignment can be answered in `submission.ts`, in a notebook, or in a file that nobody imports: whoever fills one
 * of them must not hand in the other. Looks at texts alone, so that it costs nothing to look.
 */
import { readFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import type { Limits } from "../../contract/limits";
import type { Submission } from "../../contract/submission";
import { listWork, type Work } from "../../intake/answered";
import { entryName, isNotebookName } from "../../intake/handed-in-names";

/** A file that could be handed in instead, or a text cell that was meant as code. */
export interface OtherWay {
  readonly file: string;
  /** Of the notebook that would be handed in. */
  readonly cell?: number;
  /** Functions that are answered there and not in what was opened. */
  readonly answers: readonly string[];
}

/**
 * The file beside a submission that answers most of what the submission leaves open; null when none answers anything
 * more, or when a single source file was opened, which is then meant.
 *
 * @param path as it was opened
 * @param asked names of all functions that are asked for
 */
export async function findOtherWay(
  path: string,
  submission: Pick<Submission, "files" | "unread">,
  asked: ReadonlySet<string>,
  limits: Limits,
): Promise<OtherWay | null> {
  const { unread = [] } = submission;
  const others = isNotebookName(basename(path))
    ? [...unread, ...(await listBesideNotebook(join(dirname(path), entryName), submission, limits))]
    : unread;
  const ways = others.flatMap(({ answers, ...place }): readonly OtherWay[] => {
    const own = [...asked].filter((name) => answers.includes(name));
    return own.length === 0 ? [] : [{ ...place, answers: own }];
  });
  return ways.sort((a, b) => b.answers.length - a.answers.length)[0] ?? null;
}

/** The submission that the package begins with: a notebook is taken with what it imports, and nothing else is read. */
async function listBesideNotebook(
  path: string,
  { files }: Pick<Submission, "files">,
  limits: Limits,
): Promise<readonly OtherWay[]> {
  try {
    const text = await readFile(path, "utf8");
    if (text.length > limits.sourceFileBytes) return [];
    const own = new Map(files.flatMap((one): [string, Work][] => [...listWork(one.text)]));
    const answers = [...listWork(text)].flatMap(([name, work]) =>
      work !== "open" && (own.get(name) ?? "open") === "open" ? [name] : [],
    );
    return [{ file: basename(path), answers }];
  } catch {
    // What cannot be read holds nothing to be told.
    return [];
  }
}
