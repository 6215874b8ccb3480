/** From the text of a roster to its students. Pure. */
import { UsageError } from "../../contract/faults";
import type { Student } from "../../contract/roster";
import { normaliseId } from "./find-owners";
import { makeSubject } from "./roster";
import { findColumns, type RosterColumns } from "./roster-columns";
import { type CsvRow, splitCsv } from "./roster-csv";

const shortestKey = 16;

export interface RosterSource {
  /** Name of the file, for error messages. */
  readonly file: string;
  /** At least 16 characters; the same key gives the same pseudonyms. */
  readonly rosterKey: string;
  /** Heading of the column with the ids; recognised when left out. */
  readonly idColumn?: string;
}

/**
 * Reads a roster with a header row: ids, names and, if there, e-mail addresses; other columns are ignored.
 * A row that is there twice counts once; two students with one id are left to the matching.
 *
 * @throws UsageError in one line, naming the file, the line, what was expected and what came
 */
export function parseRoster(csv: string, { file, rosterKey, idColumn }: RosterSource): readonly Student[] {
  if (rosterKey.length < shortestKey) {
    throw new UsageError(
      `roster key: expected at least ${shortestKey} characters, got ${rosterKey.length}; pseudonyms under a short key can be guessed`,
    );
  }
  const [header, ...rows] = splitCsv(csv, file);
  if (header === undefined) throw new UsageError(`${file}: expected at least one student, got none`);
  const columns = findColumns(header.cells, file, idColumn);
  const students = rows
    .filter((row) => !isRowOfCanvas(row, columns))
    .map((row) => readStudent(row, { file, header: header.cells, columns, rosterKey }));
  if (students.length === 0) throw new UsageError(`${file}: expected at least one student, got none`);
  return [...new Map(students.map((student) => [JSON.stringify(student), student])).values()];
}

/** "Points Possible" and how marks are posted: rows above the students, without an id. */
function isRowOfCanvas({ cells }: CsvRow, { id, names, isCanvas }: RosterColumns): boolean {
  const name = names.map((at) => cells[at] ?? "").join(" ");
  return isCanvas && (cells[id] ?? "") === "" && ["", "points possible"].includes(name.trim().toLowerCase());
}

interface RowContext {
  readonly file: string;
  readonly header: readonly string[];
  readonly columns: RosterColumns;
  readonly rosterKey: string;
}

function readStudent({ cells, line }: CsvRow, { file, header, columns, rosterKey }: RowContext): Student {
  if (cells.slice(header.length).some((cell) => cell !== "")) {
    throw new UsageError(
      `${file}: line ${line}: expected ${header.length} columns as in its header, got ${cells.length}; put quotes around a text with the separator in it`,
    );
  }
  const take = (at: number): string => cells[at] ?? "";
  const id = normaliseId(readParticipant(take(columns.id), header[columns.id] ?? ""));
  const name = columns.names.map(take).join(" ").trim();
  const email = columns.email === undefined ? "" : take(columns.email);
  for (const [at, value] of [[columns.id, id] as const, [columns.names[0] ?? 0, name] as const]) {
    if (value === "")
      throw new UsageError(`${file}: line ${line}: expected a text in "${header[at]}", got none`);
  }
  return { id, name, ...(email === "" ? {} : { email }), subject: makeSubject(rosterKey, id) };
}

/**
 * Moodle's worksheet writes "Participant 12345" where the names of its folders hold 12345; Brightspace puts a mark
 * before ids and user names, so that no spreadsheet takes them for numbers.
 */
function readParticipant(cell: string, heading: string): string {
  if (/^(?:orgdefinedid|username)$/i.test(heading)) return cell.replace(/^#(?=.)/, "");
  if (heading.toLowerCase() !== "identifier" || cell.length > 100) return cell;
  return /^Participant (\d+)$/i.exec(cell)?.[1] ?? cell;
}
