/** Reads the one submission that a selfcheck looks at, with the grader's eyes. */
import { GraderFault } from "../../contract/faults";
import type { Limits } from "../../contract/limits";
import type { RefusedSubmission, Submission } from "../../contract/submission";
import { openOne } from "../../intake/open-path";
import { takeInTree } from "../../intake/take-in";
import { openTextTree, type TextFile } from "../../intake/text-tree";

/** What a student's own machine finds: where it cannot read a file, that is said at once. */
export type OpenedSubmission = Submission | RefusedSubmission;

/**
 * A folder, a zip archive, a `.ts` file or a notebook.
 *
 * @throws UsageError when there is nothing at the path that could be a submission; GraderFault when it cannot be read
 */
export async function openSubmission(path: string, limits: Limits): Promise<OpenedSubmission> {
  const found = await openOne(path, limits);
  if (found.kind === "unread") throw new GraderFault(found.fault);
  return found;
}

/** Files that stand nowhere yet, taken in as if they had been handed in. @throws Refusal */
export async function takeInTexts(
  id: string,
  files: readonly TextFile[],
  limits: Limits,
): Promise<Submission> {
  return takeInTree(openTextTree(files), id, limits);
}
