/** What waits for a person in a class, as a table to fill in, with the names of its roster. */
import type { Assignment } from "../../contract/assignment";
import type { OpenQuestion } from "../../contract/hand-mark";
import { formatWaitingTable } from "../../report/exports/waiting-table";
import { readRosterIfThere } from "../take-roster";

export async function tabulateOpen(
  outFolder: string,
  open: readonly OpenQuestion[],
  assignment: Assignment,
): Promise<string> {
  return formatWaitingTable(open, assignment, await readRosterIfThere(outFolder));
}
