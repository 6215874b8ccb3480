/** Reads the one submission that a selfcheck looks at, with the grader's eyes. */
import { GraderFault } from "../../contract/faults";
import type { Limits } from "../../contract/limits";
import type { FoundSubmission, RefusedSubmission, Submission } from "../../contract/submission";
import { openOne } from "../../intake/open-path";
import { takeInTree } from "../../intake/take-in";
import { takeWithWord } from "../../intake/take-with-word";
import { openArchiveTree } from "../../intake/zip-tree";
import type { PublicAssignment } from "../public/public-assignment";
import { nameAsked } from "./read-written";

/** What a student's own machine finds: where it cannot read a file, that is said at once. */
export type OpenedSubmission = Submission | RefusedSubmission;

/**
 * A folder, a zip archive, a `.ts` file or a notebook.
 *
 * @throws UsageError when there is nothing at the path that could be a submission; GraderFault when it cannot be read
 */
export async function openSubmission(
  path: string,
  limits: Limits,
  assignment: PublicAssignment,
): Promise<OpenedSubmission> {
  return expectRead(await openOne(path, limits, nameAsked(assignment)));
}

/** An archive that stands nowhere yet, taken in as if it had been handed in. @throws GraderFault */
export async function takeInArchive(id: string, zip: Uint8Array, limits: Limits): Promise<OpenedSubmission> {
  const found = await takeWithWord(id, async () => {
    const tree = await openArchiveTree(Buffer.from(zip), id, limits.archiveEntries);
    try {
      return await takeInTree(tree, id, limits);
    } finally {
      tree.close();
    }
  });
  return expectRead(found);
}

function expectRead(found: FoundSubmission): OpenedSubmission {
  if (found.kind === "unread") throw new GraderFault(found.fault);
  return found;
}
