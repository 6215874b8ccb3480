/** The table of what waits, read back after a person has filled it in. Pure. */
import { UsageError } from "../../contract/faults";
import type { GivenPoints } from "../../contract/hand-mark";
import { type CsvRow, splitCsv } from "../../intake/roster/roster-csv";
import type { WaitingColumn } from "../../report/exports/waiting-table";
import { readAdjustment, readPoints } from "./given";
import type { Decision } from "./make-lines";
import { findSubmission, type NamedSubmissions, nameSubmissions } from "./named-submissions";

const needed: readonly WaitingColumn[] = ["submission", "question", "points"];

export interface TableLine {
  readonly line: number;
  readonly decision: Decision;
}

export interface ReadTable {
  readonly decisions: readonly TableLine[];
  /** "line 4: …" each. */
  readonly complaints: readonly string[];
}

/**
 * The lines of a table that have points or an adjustment; the others wait on.
 *
 * @param submissionIds of the class: a cell that was made harmless for spreadsheets is one of these again
 * @throws UsageError when it is no such table
 */
export function readMarksTable(csv: string, file: string, submissionIds: readonly string[]): ReadTable {
  const [header, ...rows] = splitCsv(csv, file);
  const headings = (header?.cells ?? []).map((cell) => cell.toLowerCase());
  const missing = needed.filter((column) => !headings.includes(column));
  if (missing.length > 0)
    throw new UsageError(
      `${file}, line 1: expected the columns ${needed.join(", ")}, missing: ${missing.join(", ")}`,
    );
  const ids = nameSubmissions(submissionIds);
  const decisions: TableLine[] = [];
  const complaints: string[] = [];
  for (const row of rows) {
    try {
      const decision = readRow(row, headings, ids);
      if (decision !== null) decisions.push({ line: row.line, decision });
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      complaints.push(`line ${row.line}: ${error.message}`);
    }
  }
  return { decisions, complaints };
}

/** Null for a line that nobody filled in. */
function readRow({ cells }: CsvRow, headings: readonly string[], ids: NamedSubmissions): Decision | null {
  const get = (column: WaitingColumn): string => cells[headings.indexOf(column)] ?? "";
  const gives = readGiven(get("points"), get("adjustment"));
  const [comment, note] = [get("comment"), get("note")];
  if (gives === null) {
    if (comment !== "" || note !== "")
      throw new UsageError(
        "has words but neither points nor an adjustment; adjust by 0 to leave the points as they are",
      );
    return null;
  }
  const submission = findSubmission(get("submission"), ids, "decide each with npm run mark -- <out> <id>");
  return { submission, question: get("question"), gives, comment, note };
}

function readGiven(points: string, adjustment: string): GivenPoints | null {
  if (points !== "" && adjustment !== "") throw new UsageError("expected points or an adjustment, got both");
  if (points !== "") return readPoints(points);
  return adjustment === "" ? null : readAdjustment(adjustment);
}
