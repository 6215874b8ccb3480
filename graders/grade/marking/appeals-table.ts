/** The table of what students ask for, line by line. Pure. */
import { createHash } from "node:crypto";
import { type Appeal, appealVersion } from "../../contract/appeal";
import { UsageError } from "../../contract/faults";
import { listFew } from "../../contract/list-few";
import type { SubmissionRecord } from "../../contract/record";
import { summarise } from "../../contract/summarise";
import { type CsvRow, splitCsv } from "../../intake/roster/roster-csv";
import { findSubmission, type NamedSubmissions, nameSubmissions } from "./named-submissions";

const mostComplaints = 20;

const columns = ["submission", "question", "text"] as const;
const longestText = 10_000;

/**
 * @param records of the class: what may be asked about
 * @throws UsageError naming every line that asks for nothing, or about what is not there
 */
export function readAppealsTable(
  { file, csv }: { readonly file: string; readonly csv: string },
  records: readonly SubmissionRecord[],
  at: Date,
): readonly Appeal[] {
  const [header, ...rows] = splitCsv(csv, file);
  const headings = (header?.cells ?? []).map((cell) => cell.toLowerCase());
  const missing = columns.filter((column) => !headings.includes(column));
  if (missing.length > 0)
    throw new UsageError(
      `${file}, line 1: expected the columns ${columns.join(", ")}, missing: ${missing.join(", ")}`,
    );
  const known = new Map(records.map((one) => [one.submission.id, one]));
  const ids = nameSubmissions([...known.keys()]);
  const complaints: string[] = [];
  const appeals = rows.flatMap((row) => {
    try {
      return [readRow(row, headings, { known, ids, at })];
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      complaints.push(`line ${row.line}: ${error.message}`);
      return [];
    }
  });
  if (complaints.length > 0)
    throw new UsageError(`${file}: nothing was taken: ${listFew(complaints, mostComplaints, "; ")}`);
  return appeals;
}

interface RowFacts {
  readonly known: ReadonlyMap<string, SubmissionRecord>;
  readonly ids: NamedSubmissions;
  readonly at: Date;
}

function readRow({ cells }: CsvRow, headings: readonly string[], { known, ids, at }: RowFacts): Appeal {
  const get = (column: (typeof columns)[number]): string => cells[headings.indexOf(column)] ?? "";
  const record = known.get(
    findSubmission(get("submission"), ids, "rename one of their folders and grade again"),
  );
  if (record === undefined)
    throw new UsageError(`expected a submission of this class, got ${summarise(get("submission"))}`);
  const question = get("question");
  if (!record.questions.some(({ id }) => id === question)) {
    const ids = record.questions.map(({ id }) => id).join(", ");
    throw new UsageError(`expected a question (${ids}), got ${summarise(question)}`);
  }
  const text = get("text").replaceAll("\r\n", "\n").toWellFormed();
  if (text === "") throw new UsageError("expected what the student asks, got an empty text");
  if (text.length > longestText)
    throw new UsageError(`expected at most ${longestText} characters, got ${text.length}`);
  const { id: submission } = record.submission;
  const digest = createHash("sha256").update(JSON.stringify([submission, question, text]));
  const id = digest.digest("hex").slice(0, 16);
  return { schemaVersion: appealVersion, id, submission, question, text, at: at.toISOString() };
}
