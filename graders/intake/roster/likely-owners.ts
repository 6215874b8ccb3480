/** Whose a name may be that no student has: a suggestion for a person, never a match. Pure. */
import { findNearName } from "../../contract/near-name";
import type { LikelyOwner, Student } from "../../contract/roster";
import { normaliseId } from "./find-owners";
import { foldPersonName, listNameForms } from "./person-name";

const mostShown = 3;

/** Names that look like no student are left out. */
export function findLikelyOwners(
  students: readonly Student[],
  names: readonly string[],
): readonly LikelyOwner[] {
  return names.flatMap((name) => {
    const bare = normaliseId(name.slice(0, 200)).replace(/(?:\.[A-Za-z0-9]{1,6}){1,2}$/, "");
    const found = [...listById(students, bare), ...listByName(students, bare), ...listNear(students, bare)];
    const distinct = [...new Set(found)].slice(0, mostShown);
    return distinct.length === 0 ? [] : [{ name, students: distinct }];
  });
}

/** The id is the name in another case, or one of the pieces between marks: "1001_Ada". */
function listById(students: readonly Student[], bare: string): readonly Student[] {
  const pieces = new Set([bare, ...bare.split(/[\s_.,()-]+/)].map((one) => one.toLowerCase()));
  return students.filter(({ id }) => pieces.has(normaliseId(id).toLowerCase()));
}

function listByName(students: readonly Student[], bare: string): readonly Student[] {
  const folded = foldPersonName(bare);
  return students.filter(({ name }) =>
    [...listNameForms(name)].some((form) => form.length > 2 && folded.includes(form)),
  );
}

/** A number that is off by a digit is another student's, so only ids with a letter are near one another. */
function listNear(students: readonly Student[], bare: string): readonly Student[] {
  const withLetters = students.filter(({ id }) => /\p{L}/u.test(id));
  const nearId = findNearName(
    bare,
    withLetters.map(({ id }) => id),
  );
  const nearName = findNearName(
    bare,
    students.map(({ name }) => name),
  );
  return students.filter(({ id, name }) => id === nearId || name === nearName);
}
