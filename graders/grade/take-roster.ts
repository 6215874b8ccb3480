/** Reads the roster of a class and matches it with what was found, before anything is graded. */
import { join } from "node:path";
import { UsageError } from "../contract/faults";
import { groupBy } from "../contract/group-by";
import type { RosterMatch, Student } from "../contract/roster";
import type { Discovery } from "../contract/submission";
import type { OwnerClues } from "../intake/roster/find-owners";
import { findLikelyOwners } from "../intake/roster/likely-owners";
import { parseNamePattern } from "../intake/roster/name-pattern";
import { matchRoster } from "../intake/roster/roster";
import { type ReadRoster, readRosterFile } from "../intake/roster/roster-file";
import { isThere } from "../records/if-there";
import { readOrMakeKey } from "../records/key-file";
import { type OutputFile, outputFiles } from "../records/output-files";
import { readRoster } from "../records/roster-document";
import { type KnownAccounts, listAccounts, readAccounts } from "./known-accounts";

export interface RosterRequest {
  /** A CSV file. */
  readonly rosterPath?: string;
  /** Heading of its column with the ids; recognised when left out. */
  readonly rosterIdColumn?: string;
  /** What names of submissions look like: "{id}_*". */
  readonly rosterPattern?: string;
}

export interface TakenRoster {
  readonly match?: RosterMatch;
  /** How the file was read, where that is worth a word. */
  readonly notices: readonly string[];
}

/**
 * What was left aside beside the submissions may be somebody's, too: such names are suggested, never matched.
 *
 * @throws UsageError when the roster cannot be read, or nobody on it handed in any of these submissions
 */
export async function takeRoster(
  request: RosterRequest,
  { submissions, leftAside }: Pick<Discovery, "submissions" | "leftAside">,
  keyFolder: string,
): Promise<TakenRoster> {
  const read = await readRequested(request, keyFolder);
  if (read === null) return { notices: [] };
  const { students, pattern, notices } = read;
  const ids = submissions.map((one) => one.id);
  const match = matchRoster(students, ids, { ...pattern, handedInBy: listAccounts(submissions) });
  refuseNoMatch(match, request, ids, students);
  return {
    match: addSuggestions(
      match,
      leftAside.map((one) => one.name),
    ),
    notices,
  };
}

/**
 * Matches what is on record with the roster of an earlier run, or with the one that is asked for now. Whom an earlier
 * run found, by whatever means, is found again, and whom a platform named then or now as well; nobody is graded and
 * absent at once.
 *
 * @param earlier as they were made, the latest first
 * @throws UsageError as `takeRoster`
 */
export async function retakeRoster(
  request: RosterRequest,
  ids: readonly string[],
  keyFolder: string,
  ...earlier: readonly (RosterMatch | undefined)[]
): Promise<TakenRoster> {
  const read = await readRequested(request, keyFolder);
  const known = earlier.filter((one) => one !== undefined);
  const students = read?.students ?? (known[0] && listStudents(known[0]));
  if (students === undefined) return { notices: [] };
  const told = new Map([
    ...known.toReversed().flatMap((one) => [...listMatched(one)]),
    ...(await readAccounts(keyFolder)),
  ]);
  const match = matchRoster(students, ids, { ...read?.pattern, handedInBy: told });
  if (read !== null) refuseNoMatch(match, request, ids, students);
  return { match: addSuggestions(match, []), notices: read?.notices ?? [] };
}

function listMatched({ matched }: RosterMatch): KnownAccounts {
  const bySubmission = groupBy(matched, (one) => one.submissionId);
  return new Map(
    [...bySubmission].map(([id, ones]) => [id, ones.map(({ student }) => ({ id: student.id }))]),
  );
}

function listStudents({ matched, studentsWithoutSubmission, ambiguous }: RosterMatch): readonly Student[] {
  return [
    ...matched.map((one) => one.student),
    ...studentsWithoutSubmission,
    ...ambiguous.flatMap((one) => one.students),
  ];
}

/** The match that an earlier run wrote, if it did. */
export async function readRosterIfThere(
  outFolder: string,
  file: OutputFile = outputFiles.rosterMatch,
): Promise<RosterMatch | undefined> {
  const path = join(outFolder, file.path);
  return isThere(path) ? readRoster(path) : undefined;
}

interface RequestedRoster extends ReadRoster {
  readonly pattern: Pick<OwnerClues, "pattern">;
}

/** Null when no roster is asked for. */
async function readRequested(
  { rosterPath, rosterIdColumn, rosterPattern }: RosterRequest,
  keyFolder: string,
): Promise<RequestedRoster | null> {
  if (rosterPath === undefined) {
    if (rosterIdColumn === undefined && rosterPattern === undefined) return null;
    throw new UsageError("--roster-id and --match: expected --roster <file> as well");
  }
  const pattern = rosterPattern === undefined ? {} : { pattern: parseNamePattern(rosterPattern) };
  const request = { path: rosterPath, ...(rosterIdColumn === undefined ? {} : { idColumn: rosterIdColumn }) };
  const takeKey = () => readOrMakeKey(join(keyFolder, outputFiles.rosterKey.path));
  return { ...(await readRosterFile(request, takeKey)), pattern };
}

function refuseNoMatch(
  { submissionsWithoutStudent }: RosterMatch,
  { rosterPath = "" }: RosterRequest,
  ids: readonly string[],
  students: readonly Student[],
): void {
  // Two students with one id are ambiguous by themselves, whoever handed in.
  if (submissionsWithoutStudent.length < ids.length) return;
  throw new UsageError(describeNoMatch(rosterPath, ids, students));
}

/** A person looks at a few dozen at most. */
const mostNamesLookedAt = 50;

function addSuggestions(match: RosterMatch, leftAside: readonly string[]): RosterMatch {
  const names = [...match.submissionsWithoutStudent, ...leftAside].slice(0, mostNamesLookedAt);
  const suggestions = findLikelyOwners(match.studentsWithoutSubmission, names);
  return suggestions.length === 0 ? match : { ...match, suggestions };
}

const mostShown = 3;

function describeNoMatch(path: string, ids: readonly string[], students: readonly Student[]): string {
  const studentIds = students.map((one) => one.id);
  return `${path}: none of the ${ids.length} submissions (${listFew(ids)}) is named like an id of the roster (${listFew(studentIds)}); say what the names look like with --match "{id}_*", or which column holds the ids with --roster-id "<column>"`;
}

function listFew(names: readonly string[]): string {
  const shown = names.slice(0, mostShown).map((one) => (one.length > 60 ? `${one.slice(0, 59)}…` : one));
  return shown.join(", ") + (names.length > mostShown ? ", …" : "");
}
