/** Who should have handed in: gives each student a pseudonym, and matches submissions to students. Pure. */
import { createHmac } from "node:crypto";

import type { AmbiguousMatch, RosterMatch, Student } from "../../contract/roster";

/** The same key and id always give the same pseudonym; without the key, ids cannot be tried out against it. */
export function makeSubject(rosterKey: string, studentId: string): string {
  return createHmac("sha256", rosterKey).update(normaliseId(studentId), "utf8").digest("hex");
}

/**
 * Matches by exact id only (in Unicode form NFC, since file systems change the form of names); a submission that
 * is a bare file goes by its name without ".ts".
 */
export function matchRoster(students: readonly Student[], submissionIds: readonly string[]): RosterMatch {
  const studentsByKey = groupBy(students, (student) => normaliseId(student.id));
  const submissionsByKey = groupBy(submissionIds, getKey);
  const keys = [...new Set([...studentsByKey.keys(), ...submissionsByKey.keys()])];
  const groups = keys.map((key) => ({
    key,
    students: studentsByKey.get(key) ?? [],
    submissionIds: submissionsByKey.get(key) ?? [],
  }));
  const isAmbiguous = ({ students, submissionIds }: AmbiguousMatch): boolean =>
    students.length > 1 || (students.length === 1 && submissionIds.length > 1);
  const clear = groups.filter((group) => !isAmbiguous(group));
  return {
    matched: clear.flatMap(({ students: [student], submissionIds: [submissionId] }) =>
      student !== undefined && submissionId !== undefined ? [{ submissionId, student }] : [],
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

export function normaliseId(id: string): string {
  return id.trim().normalize("NFC");
}

function getKey(submissionId: string): string {
  return normaliseId(submissionId.replace(/\.ts$/, ""));
}

function groupBy<T>(items: readonly T[], getGroup: (item: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(getGroup(item));
    if (group === undefined) groups.set(getGroup(item), [item]);
    else group.push(item);
  }
  return groups;
}
