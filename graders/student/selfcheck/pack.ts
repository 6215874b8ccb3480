/** The archive that a student uploads: exactly what the grader takes in, and the digest it will find. */

import type { Limits } from "../../contract/limits";
import type { Submission } from "../../contract/submission";
import { writeZip } from "../handout/zip";
import { takeInTexts } from "./open-submission";

export interface Pack {
  readonly zip: Uint8Array;
  readonly files: readonly { readonly path: string; readonly bytes: number }[];
  /** Of the unpacked files, as the grader's record will show it. */
  readonly contentDigest: string;
}

/** A bare file is packed under the name that a folder's entry has. */
export async function packSubmission(submission: Submission, limits: Limits): Promise<Pack> {
  const { id, entry, files, answersMarkdown } = submission;
  const sources = files.map(({ path, text }) => ({ path: path === entry ? "submission.ts" : path, text }));
  const texts = [
    ...sources,
    ...(answersMarkdown === undefined ? [] : [{ path: "answers.md", text: answersMarkdown }]),
  ];
  const { contentDigest } = await takeInTexts(id, texts, limits);
  const packed = texts.map(({ path, text }) => ({ path, bytes: Buffer.from(text, "utf8") }));
  return {
    zip: writeZip(packed),
    files: packed.map(({ path, bytes }) => ({ path, bytes: bytes.length })),
    contentDigest,
  };
}
