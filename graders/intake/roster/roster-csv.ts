/** Reads a roster from CSV text; the one doorway to csv-parse. */
import { CsvError, parse } from "csv-parse/sync";
import { UsageError } from "../../contract/faults";
import type { Student } from "../../contract/roster";
import { summarise } from "../../contract/summarise";
import { makeSubject, normaliseId } from "./roster";

const shortestKey = 16;
const wantedColumns = ["id", "name"] as const;

/** One row, by column name in lower case, with the line it ends on. */
interface Row {
  readonly record: Readonly<Record<string, string>>;
  readonly info: { readonly lines: number };
}

/**
 * Reads a roster with a header row: `id`, `name` and, if there, `email`; other columns are ignored. Commas,
 * semicolons or tabs, whichever the header row uses; with or without a byte order mark.
 *
 * @param file its name, for error messages
 * @param rosterKey at least 16 characters; the same key gives the same pseudonyms
 * @throws UsageError naming the file, the line, what was expected and what came
 */
export function parseRoster(csv: string, file: string, rosterKey: string): readonly Student[] {
  if (rosterKey.length < shortestKey) {
    throw new UsageError(
      `roster key: expected at least ${shortestKey} characters, got ${rosterKey.length}; pseudonyms under a short key can be guessed`,
    );
  }
  return parseRows(csv, file).map((row) => readStudent(row, file, rosterKey));
}

function parseRows(csv: string, file: string): readonly Row[] {
  const options = {
    bom: true,
    columns: (header: string[]) => readHeader(header, file),
    delimiter: detectDelimiter(csv),
    info: true,
    skip_empty_lines: true,
    trim: true,
  } as const;
  try {
    const rows = parse(csv, options) as unknown as readonly Row[];
    if (rows.length === 0) throw new UsageError(`${file}: expected at least one student, got none`);
    return rows;
  } catch (error) {
    if (error instanceof CsvError) throw new UsageError(`${file}: ${summarise(error.message)}`);
    throw error;
  }
}

function readHeader(header: readonly string[], file: string): string[] {
  const names = header.map((name) => name.trim().toLowerCase());
  for (const wanted of wantedColumns) {
    const count = names.filter((name) => name === wanted).length;
    if (count !== 1) {
      const came = count === 0 ? summarise(names) : `${count} of them`;
      throw new UsageError(`${file}: line 1: expected one column "${wanted}", got ${came}`);
    }
  }
  return names;
}

/** The separator that the header row uses most. */
function detectDelimiter(csv: string): string {
  const header = csv.split(/\r?\n/, 1)[0] ?? "";
  const counts = [",", ";", "\t"].map((separator) => [header.split(separator).length, separator] as const);
  return counts.reduce((best, one) => (one[0] > best[0] ? one : best))[1];
}

function readStudent({ record, info }: Row, file: string, rosterKey: string): Student {
  const id = normaliseId(record.id ?? "");
  const { name = "", email = "" } = record;
  for (const [column, value] of Object.entries({ id, name })) {
    if (value === "")
      throw new UsageError(`${file}: line ${info.lines}: expected a text in "${column}", got none`);
  }
  return { id, name, ...(email === "" ? {} : { email }), subject: makeSubject(rosterKey, id) };
}
