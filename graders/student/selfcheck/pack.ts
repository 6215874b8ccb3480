/** The archive that a student uploads: exactly what the grader takes in, and the digest it will find. */

import { GraderFault } from "../../contract/faults";
import type { Limits } from "../../contract/limits";
import type { RefusedSubmission, Submission, TextFile } from "../../contract/submission";
import { digestRead } from "../../intake/content-digest";
import { answersName, entryName } from "../../intake/handed-in-names";
import { listImports } from "../../intake/import-specifiers";
import { isRelative } from "../../intake/look-up";
import { refuse } from "../../intake/remarks";
import { writeZip } from "../handout/zip";
import { takeInArchive } from "./open-submission";

export interface Pack {
  readonly kind: "packed";
  readonly zip: Uint8Array;
  readonly files: readonly { readonly path: string; readonly bytes: number }[];
  /** Of the unpacked files, as the grader's record will show it. */
  readonly contentDigest: string;
}

/** Refused where the grader would refuse the archive: text is packed as UTF-8, and may be longer than it was. */
export async function packSubmission(
  submission: Submission,
  limits: Limits,
): Promise<Pack | RefusedSubmission> {
  const { id, answersMarkdown } = submission;
  // What lies beside it stays where it is.
  const contentDigest = digestRead(submission);
  const texts = [
    ...listSources(submission),
    ...(answersMarkdown === undefined ? [] : [{ path: answersName, text: answersMarkdown }]),
  ];
  const packed = texts.map(({ path, text }) => ({ path, bytes: encode(text) }));
  // Several texts become one, which nobody would read to the end.
  const answers = packed.find(({ path }) => path === answersName);
  if (answers !== undefined && answers.bytes.length > limits.sourceFileBytes)
    return { kind: "refused", id, refused: refuse.tooLarge(answersName, limits.sourceFileBytes) };
  const zip = writeZip(packed);
  const taken = await takeInArchive(id, zip, limits);
  if (taken.kind === "refused") return taken;
  if (taken.contentDigest !== contentDigest)
    throw new GraderFault(`unexpected: the archive holds ${taken.contentDigest}, not ${contentDigest}`);
  const files = packed.map(({ path, bytes }) => ({ path, bytes: bytes.length }));
  return { kind: "packed", zip, files, contentDigest };
}

/** Under the names that they were handed in with, which their imports go by. */
function listSources({ entry, files }: Submission): readonly TextFile[] {
  const sources = files.flatMap((file) => (file.origin === null ? [] : [file.origin ?? file]));
  const [only, other] = sources;
  // An entry that nothing imports can have the name that it should have.
  if (only === undefined || other !== undefined || entry.includes("/") || importsFiles(only.text))
    return sources;
  return [{ path: entryName, text: only.text }];
}

function importsFiles(text: string): boolean {
  const { specifiers, hasComputed } = listImports(text);
  return hasComputed || specifiers.some(isRelative);
}

/** Reading drops a byte order mark, and only the first. */
function encode(text: string): Buffer {
  return Buffer.from(text.startsWith("\uFEFF") ? `\uFEFF${text}` : text, "utf8");
}
