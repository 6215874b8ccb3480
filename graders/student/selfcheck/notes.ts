/** What of a submission is worth a word besides its answers. Pure. */
import type { Submission } from "../../contract/submission";
import type { LoadedSubmission } from "../../running/run/run-result";
import { type Pointed, pointAt } from "./pointed";
import { findDivision } from "./python-habits";
import type { Note } from "./result";

/** What of the top level did not come through. */
export function noteLoss(
  { loadError, explanationsTooLarge }: LoadedSubmission,
  at: Pointed | null,
): readonly Note[] {
  return [
    ...(loadError === undefined ? [] : [{ kind: "stopped", error: loadError, at } as const]),
    ...(explanationsTooLarge === undefined ? [] : [{ kind: "texts-too-large" } as const]),
  ];
}

export function noteTexts(texts: ReadonlyMap<string, string>): readonly Note[] {
  return texts.size === 0 ? [] : [{ kind: "texts-found", questions: [...texts.keys()] }];
}

/** What of the entry's bytes is worth a word, and how it was handed in. */
export function listNotes({ entry, files, remarks = [] }: Submission): readonly Note[] {
  const written = files.find((file) => file.path === entry);
  if (written === undefined) return [];
  const hasMark = written.bytes === Buffer.byteLength(written.text) + 3;
  return [
    ...(hasMark ? [{ kind: "byte-order-mark" } as const] : []),
    ...(written.text.includes("\r\n") ? [{ kind: "windows-lines" } as const] : []),
    ...remarks.map((says) => ({ kind: "remark", says }) as const),
  ];
}

/** The first of each file. @param told where the compiler stumbles: of a division there, and right above, its error tells */
export function noteDivisions(submission: Submission, told: Pointed | null = null): readonly Note[] {
  return submission.files.flatMap(({ path, text }): readonly Note[] => {
    const line = findDivision(text);
    if (line === null) return [];
    if (told?.path === path && [told.line, told.line - 1].includes(line)) return [];
    const column = (text.split("\n")[line - 1] ?? "").indexOf("//") + 1;
    return [{ kind: "division", at: pointAt({ path, line, column }, submission) }];
  });
}
