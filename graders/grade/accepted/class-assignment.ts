/** The assignment as one class is judged by it: with what a person accepted there. */
import { findAccepted } from "../../contract/accepted-option";
import type { Assignment } from "../../contract/assignment";
import { acceptOptions } from "../../judge/accepted/accept-options";
import { readAcceptances } from "../../records/accepted-file";

/**
 * Where something is said already to be accepted, that is all.
 *
 * @throws UsageError for a line of `accepted.jsonl` that is whole and yet none: points depend on it
 */
export async function openAssignment(assignment: Assignment, outFolder: string): Promise<Assignment> {
  if (assignment.accepted !== undefined) return assignment;
  const { lines } = await readAcceptances(outFolder);
  const accepted = findAccepted(lines);
  return accepted.length === 0 ? assignment : acceptOptions(assignment, accepted);
}
