/** Whose a submission is, in words for staff. Pure. */
import type { RosterMatch } from "../../contract/roster";

/** By submission id; a team's submission has all their names. */
export function nameStudents(roster: RosterMatch | undefined): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const { submissionId, student } of roster?.matched ?? []) {
    const before = names.get(submissionId);
    names.set(submissionId, before === undefined ? student.name : `${before}, ${student.name}`);
  }
  return names;
}
