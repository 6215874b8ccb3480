/** Reads the roster of a class and matches it with what was found, before anything is graded. */
import { UsageError } from "../contract/faults";
import type { RosterMatch, Student } from "../contract/roster";
import type { FoundSubmission } from "../contract/submission";
import { findLikelyOwners } from "../intake/roster/likely-owners";
import { parseNamePattern } from "../intake/roster/name-pattern";
import { matchRoster } from "../intake/roster/roster";
import { readRosterFile } from "../intake/roster/roster-file";

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
 * @param leftAside names that were found beside the submissions and are none: they may be somebody's
 * @throws UsageError when the roster cannot be read, or nobody on it handed in any of these submissions
 */
export async function takeRoster(
  { rosterPath, rosterIdColumn, rosterPattern }: RosterRequest,
  submissions: readonly FoundSubmission[],
  keyFolder: string,
  leftAside: readonly string[] = [],
): Promise<TakenRoster> {
  if (rosterPath === undefined) {
    if (rosterIdColumn === undefined && rosterPattern === undefined) return { notices: [] };
    throw new UsageError("--roster-id and --match: expected --roster <file> as well");
  }
  const pattern = rosterPattern === undefined ? {} : { pattern: parseNamePattern(rosterPattern) };
  const request = { path: rosterPath, ...(rosterIdColumn === undefined ? {} : { idColumn: rosterIdColumn }) };
  const { students, notices } = await readRosterFile(request, keyFolder);
  const ids = submissions.map((one) => one.id);
  const told = submissions.flatMap(({ id, handedInBy }) => (handedInBy ? [[id, handedInBy] as const] : []));
  const match = matchRoster(students, ids, { ...pattern, handedInBy: new Map(told) });
  if (match.matched.length === 0 && match.ambiguous.length === 0) {
    throw new UsageError(describeNoMatch(rosterPath, ids, students));
  }
  return { match: addSuggestions(match, leftAside), notices };
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
