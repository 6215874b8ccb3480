/** Whose a submission may be: by its own name, by a declared pattern, or by what the platform says. Pure. */
import type { Student } from "../../contract/roster";
import type { NamePattern } from "./name-pattern";
import { foldPersonName, listNameForms } from "./person-name";

/** What a platform's name of a submission says of who handed it in. */
export interface HandedInBy {
  readonly id?: string;
  readonly name?: string;
  readonly email?: string;
}

/** What is known of owners besides the submissions' own names. */
export interface OwnerClues {
  /** Whom the platform names, by submission id; several are a team. */
  readonly handedInBy?: ReadonlyMap<string, readonly HandedInBy[]>;
  /** What the caller says the names look like. */
  readonly pattern?: NamePattern;
}

/** File systems change the Unicode form of names. */
export function normaliseId(id: string): string {
  return id.trim().normalize("NFC");
}

/** Of a file or an archive that is a submission of its own. */
const fileEnding = /\.(?:[cm]?[jt]sx?(?:\.txt)?|ipynb|zip)$/i;

export interface Owners {
  /** None, one, or several: then nothing is guessed, unless they are a team. */
  readonly students: readonly Student[];
  /** Each of them was named, and no name fits two. */
  readonly isTeam: boolean;
}

export type FindOwners = (submissionId: string) => Owners;

export function createOwnerFinder(
  students: readonly Student[],
  { handedInBy, pattern }: OwnerClues,
): FindOwners {
  const byId = indexBy(students, (one) => [normaliseId(one.id)]);
  // Some rosters have addresses for ids.
  const byEmail = indexBy(students, ({ id, email }) => [
    ...new Set([...(id.includes("@") ? [id] : []), ...(email === undefined ? [] : [email])].map(lower)),
  ]);
  const byName = indexBy(students, (one) => [...listNameForms(one.name)]);
  const look = (index: ReadonlyMap<string, readonly Student[]>, key: string | undefined) =>
    key === undefined ? [] : (index.get(key) ?? []);
  /**
   * A platform's own number can be another student's number on the roster, so an id whose name does not agree leads
   * to both students, and a person decides.
   */
  const findTold = ({ id, name, email }: HandedInBy): readonly Student[] => {
    const address = email?.trim().toLowerCase();
    const numbered = [...look(byId, id && normaliseId(id)), ...look(byEmail, address)];
    const named = look(byName, name && foldPersonName(name));
    const agreed = numbered.filter((one) => named.includes(one));
    return [...new Set(agreed.length > 0 ? agreed : [...numbered, ...named])];
  };
  return (submissionId) => {
    const alone = (found: readonly Student[]): Owners => ({ students: found, isTeam: false });
    const exact = look(byId, normaliseId(submissionId.replace(fileEnding, "")));
    if (exact.length > 0) return alone(exact);
    if (pattern !== undefined) return alone(students.filter((student) => pattern(submissionId, student)));
    const told = (handedInBy?.get(submissionId) ?? []).map(findTold);
    return {
      students: [...new Set(told.flat())],
      isTeam: told.length > 1 && told.every((found) => found.length <= 1),
    };
  };
}

const lower = (address: string): string => address.toLowerCase();

function indexBy(
  students: readonly Student[],
  listKeys: (student: Student) => readonly string[],
): ReadonlyMap<string, readonly Student[]> {
  const index = new Map<string, Student[]>();
  for (const student of students) {
    for (const key of listKeys(student)) {
      const group = index.get(key);
      if (group === undefined) index.set(key, [student]);
      else group.push(student);
    }
  }
  return index;
}
