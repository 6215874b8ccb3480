/** Finds the columns of ids, names and e-mail addresses in the header row of the usual exports. Pure. */
import { UsageError } from "../../contract/faults";

/** Where a roster holds what; numbers are positions in a row. */
export interface RosterColumns {
  readonly id: number;
  /** One column with the whole name, or the columns of first and last name. */
  readonly names: readonly number[];
  readonly email?: number;
  /** Canvas writes rows of its own above the students. */
  readonly isCanvas: boolean;
}

/** As `foldHeader` writes them. */
const idNames = new Set(
  [
    ["id", "student id", "studentid", "student number", "student no", "sid", "identifier", "id number"],
    ["idnumber", "user id", "userid", "username", "user name", "login", "login id", "orgdefinedid"],
    ["sis id", "sis user id", "sis login id", "matriculation number", "roster identifier"],
    ["matrikelnummer", "matrikel nr", "matrikelnr", "matrikel", "matr nr", "kennung", "benutzername"],
    ["numero etudiant", "numero d etudiant", "n etudiant", "no etudiant", "code etudiant", "matricule"],
    ["identifiant", "nom d utilisateur", "numero d identification", "legi nr", "legi nummer", "sciper"],
  ].flat(),
);
const wholeNames = new Set(
  [
    ["name", "full name", "fullname", "student name", "student", "display name"],
    ["vollstandiger name", "nom", "nom complet", "nom et prenom", "nom prenom", "name vorname"],
  ].flat(),
);
const firstNames = new Set(["first name", "firstname", "given name", "vorname", "prenom"]);
const lastNames = new Set(
  [
    ["last name", "lastname", "surname", "family name", "nachname", "familienname", "nom de famille"],
    // "Name, Vorname" and "Nom, Prénom": beside a first name they are the last one.
    ["name", "nom"],
  ].flat(),
);
const emailNames = new Set(
  [
    ["email", "e mail", "mail", "email address", "e mail address", "e mail adresse", "mailadresse"],
    ["courriel", "adresse e mail", "adresse mail", "adresse de courriel", "adresse electronique"],
  ].flat(),
);

/** Exports that hold several ids, by columns that tell them, and the one their submissions are named by. */
const exportsOfPlatforms = [
  { marks: ["student", "id", "section"], id: "id" },
  { marks: ["identifier", "full name"], id: "identifier" },
  { marks: ["sid", "submission id"], id: "sid" },
  { marks: ["username", "student id", "last access"], id: "username" },
  { marks: ["orgdefinedid", "username"], id: "orgdefinedid" },
] as const;

/**
 * @param idColumn heading of the column with the ids, where the caller names it; case and underscores do not matter
 * @throws UsageError in one line that lists the headings, when no column or several may hold the ids or the names
 */
export function findColumns(
  headings: readonly string[],
  file: string,
  idColumn: string | undefined,
): RosterColumns {
  const folded = headings.map(foldHeader);
  const refuse = (expected: string): never => {
    throw new UsageError(`${file}: line 1: ${expected}; its columns are ${listHeadings(headings)}`);
  };
  const email = folded.findIndex((one) => emailNames.has(one));
  const names = findNameColumns(folded);
  if (names.length === 0) refuse('expected a column "name", or "first name" and "last name"');
  return {
    id: idColumn === undefined ? findIdColumn(folded, refuse) : findNamedColumn(folded, idColumn, refuse),
    names,
    ...(email < 0 ? {} : { email }),
    isCanvas: exportsOfPlatforms[0].marks.every((mark) => folded.includes(mark)),
  };
}

type Refuse = (expected: string) => never;

function findIdColumn(folded: readonly string[], refuse: Refuse): number {
  const platform = exportsOfPlatforms.find(({ marks }) => marks.every((mark) => folded.includes(mark)));
  const found = listPositions(folded, (one) => (platform ? one === platform.id : idNames.has(one)));
  const [first] = found;
  if (first === undefined)
    return refuse('no column is known to hold ids: name it with --roster-id "<column>"');
  if (found.length > 1)
    return refuse('several columns may hold the ids: choose one with --roster-id "<column>"');
  return first;
}

function findNamedColumn(folded: readonly string[], idColumn: string, refuse: Refuse): number {
  const found = listPositions(folded, (one) => one === foldHeader(idColumn));
  const [first] = found;
  if (first === undefined) return refuse(`--roster-id: no column is called "${idColumn}"`);
  if (found.length > 1) return refuse(`--roster-id: ${found.length} columns are called "${idColumn}"`);
  return first;
}

function findNameColumns(folded: readonly string[]): readonly number[] {
  const first = folded.findIndex((one) => firstNames.has(one));
  const last = folded.findIndex((one) => lastNames.has(one));
  const whole = folded.findIndex((one) => wholeNames.has(one) && !(first >= 0 && lastNames.has(one)));
  if (whole >= 0) return [whole];
  return first >= 0 && last >= 0 ? [first, last] : [];
}

function listPositions(folded: readonly string[], isWanted: (one: string) => boolean): readonly number[] {
  return folded.flatMap((one, index) => (isWanted(one) ? [index] : []));
}

/** "Student_ID" and "student id" are one heading, "Prénom" and "PRENOM" as well. */
function foldHeader(heading: string): string {
  return heading
    .slice(0, 200)
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .join(" ")
    .trim();
}

const mostHeadingsShown = 12;

function listHeadings(headings: readonly string[]): string {
  const shown = headings.slice(0, mostHeadingsShown).map((one) => JSON.stringify(one.slice(0, 40)));
  return shown.join(", ") + (headings.length > mostHeadingsShown ? ", …" : "");
}
