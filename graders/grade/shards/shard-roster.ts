/** The roster of a class that is graded in parts: one match for the class, and what a part may say of it. Pure. */
import { isDeepStrictEqual } from "node:util";
import type { RosterMatch, Student } from "../../contract/roster";
import { makeSubject } from "../../intake/roster/roster";

/**
 * What can be said where only these submissions are known: whoever handed in another one is neither matched nor absent.
 */
export function narrowRoster(match: RosterMatch, submissionIds: readonly string[]): RosterMatch {
  const known = new Set(submissionIds);
  return {
    ...match,
    matched: match.matched.filter((one) => known.has(one.submissionId)),
    submissionsWithoutStudent: match.submissionsWithoutStudent.filter((id) => known.has(id)),
    ambiguous: match.ambiguous.filter(
      (one) => one.submissionIds.length === 0 || one.submissionIds.some((id) => known.has(id)),
    ),
  };
}

/** The same match with the pseudonyms of another key. */
export function renamePseudonyms(match: RosterMatch, rosterKey: string): RosterMatch {
  return mapStudents(match, (one) => ({ ...one, subject: makeSubject(rosterKey, one.id) }));
}

/** True where the same students handed in the same; pseudonyms depend on the machine's key and do not count. */
export function isSameRoster(a: RosterMatch | undefined, b: RosterMatch | undefined): boolean {
  return isDeepStrictEqual(a && hidePseudonyms(a), b && hidePseudonyms(b));
}

function hidePseudonyms(match: RosterMatch): RosterMatch {
  return mapStudents({ ...match, suggestions: match.suggestions ?? [] }, (one) => ({ ...one, subject: "" }));
}

function mapStudents(match: RosterMatch, change: (student: Student) => Student): RosterMatch {
  const { suggestions } = match;
  const changeAll = <T extends { readonly students: readonly Student[] }>(groups: readonly T[]) =>
    groups.map((one) => ({ ...one, students: one.students.map(change) }));
  return {
    ...match,
    matched: match.matched.map((one) => ({ ...one, student: change(one.student) })),
    studentsWithoutSubmission: match.studentsWithoutSubmission.map(change),
    ambiguous: changeAll(match.ambiguous),
    ...(suggestions === undefined ? {} : { suggestions: changeAll(suggestions) }),
  };
}
