/** Files that stand nowhere yet, taken in as if they had been handed in. */
import type { Limits } from "../contract/limits";
import type { Submission, TextFile } from "../contract/submission";
import { writeZip } from "../student/handout/zip";
import { takeInArchive } from "../student/selfcheck/open-submission";

export async function takeInTexts(
  id: string,
  files: readonly TextFile[],
  limits: Limits,
): Promise<Submission> {
  const zip = writeZip(files.map(({ path, text }) => ({ path, bytes: Buffer.from(text) })));
  const taken = await takeInArchive(id, zip, limits);
  if (taken.kind === "refused") throw new Error(taken.refused.code);
  return taken;
}
