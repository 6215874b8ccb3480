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

/** The entry is packed under the name that it should have. */
export async function packSubmission(submission: Submission, limits: Limits): Promise<Pack> {
  const { id, entry, files, answersMarkdown } = submission;
  // An entry in a folder of its own imports from around it, so it stays there.
  const packedEntry = entry.includes("/") ? entry : "submission.ts";
  const sources = files.map(({ path, text }) => ({ path: path === entry ? packedEntry : path, text }));
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
