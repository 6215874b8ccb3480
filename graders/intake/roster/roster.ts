/** Who should have handed in: gives each student a pseudonym, and matches submissions to students. Pure. */
import { createHmac } from "node:crypto";
import { groupBy } from "../../contract/group-by";
import type { AmbiguousMatch, RosterMatch, Student } from "../../contract/roster";
import { createOwnerFinder, normaliseId, type OwnerClues } from "./find-owners";
import { joinGroups } from "./join-groups";

/** The same key and id always give the same pseudonym; without the key, ids cannot be tried out against it. */
export function makeSubject(rosterKey: string, studentId: string): string {
  return createHmac("sha256", rosterKey).update(normaliseId(studentId), "utf8").digest("hex");
}

/**
 * A submission is a student's when its name is the student's id (in Unicode form NFC; a bare file goes by its name
 * without ".ts"), when a declared pattern says so, or when the platform says whose it is. Where these lead to several
 * students, or several submissions to one student, the match is ambiguous: nothing is guessed. A team that the platform
 * names is matched with each of its members.
 */
export function matchRoster(
  students: readonly Student[],
  submissionIds: readonly string[],
  clues: OwnerClues = {},
): RosterMatch {
  const studentsById = groupBy(students, (student) => normaliseId(student.id));
  const findOwners = createOwnerFinder(students, clues);
  const found = submissionIds.map((submissionId) => ({ submissionId, ...findOwners(submissionId) }));
  const teams = new Set(found.flatMap(({ submissionId, isTeam }) => (isTeam ? [submissionId] : [])));
  const owners = found.map(({ submissionId, students }) => ({
    submissionId,
    keys: [...new Set(students.map((one) => normaliseId(one.id)))],
  }));
  const groups = joinGroups([...studentsById.keys()], owners).map(
    ({ keys, submissionIds }): AmbiguousMatch => ({
      key: keys[0] ?? submissionIds[0] ?? "",
      students: keys.flatMap((key) => studentsById.get(key) ?? []),
      submissionIds,
    }),
  );
  const isAmbiguous = ({ students, submissionIds }: AmbiguousMatch): boolean =>
    submissionIds.length > 1 || (students.length > 1 && !teams.has(submissionIds[0] ?? ""));
  const clear = groups.filter((group) => !isAmbiguous(group));
  return {
    matched: clear.flatMap(({ students, submissionIds: [submissionId] }) =>
      submissionId === undefined ? [] : students.map((student) => ({ submissionId, student })),
    ),
    submissionsWithoutStudent: clear.flatMap((group) =>
      group.students.length === 0 ? group.submissionIds : [],
    ),
    studentsWithoutSubmission: clear.flatMap((group) =>
      group.submissionIds.length === 0 ? group.students : [],
    ),
    ambiguous: groups.filter(isAmbiguous),
  };
}
