/** Splits CSV text into rows; the one doorway to csv-parse. What the rows mean is decided elsewhere. */
import { CsvError, parse } from "csv-parse/sync";
import { UsageError } from "../../contract/faults";
import { summarise } from "../../contract/summarise";

export interface CsvRow {
  /** Without blanks at their ends. */
  readonly cells: readonly string[];
  /** The line that the row ends on, from 1. */
  readonly line: number;
}

/**
 * Commas, semicolons or tabs, whichever the first line uses most, or what Excel's line names; with or without a byte order mark. Rows without
 * any text (`,,`) are left out, for spreadsheets write them below the last one.
 *
 * @param file its name, for error messages
 * @throws UsageError naming the file when quotes do not close
 */
export function splitCsv(csv: string, file: string): readonly CsvRow[] {
  const { text, delimiter } = readSeparatorLine(csv);
  const options = {
    bom: true,
    delimiter: delimiter ?? detectDelimiter(text),
    info: true,
    relax_column_count: true,
    skip_empty_lines: true,
    trim: true,
  } as const;
  try {
    const rows = parse(text, options) as unknown as readonly {
      readonly record: readonly string[];
      readonly info: { readonly lines: number };
    }[];
    return rows.flatMap(({ record, info }) => {
      // The parser leaves blanks that stand within quotes.
      const cells = record.map((cell) => cell.trim());
      return cells.every((cell) => cell === "") ? [] : [{ cells, line: info.lines }];
    });
  } catch (error) {
    if (error instanceof CsvError) throw new UsageError(`${file}: ${summarise(error.message)}`);
    throw error;
  }
}

/** Excel's own first line, "sep=;", which is no row; it stays as an empty one, so that lines keep their numbers. */
function readSeparatorLine(csv: string): { readonly text: string; readonly delimiter?: string } {
  const [line = "", delimiter] = /^\uFEFF?"?sep=([^"\r\n])"?[,;\t]{0,64}(?=[\r\n]|$)/i.exec(csv) ?? [];
  return delimiter === undefined ? { text: csv } : { text: csv.slice(line.length), delimiter };
}

/** The separator that stands most often in the first line, outside quotes. */
function detectDelimiter(csv: string): string {
  const header = (csv.trimStart().split(/\r?\n/, 1)[0] ?? "")
    .split('"')
    .filter((_, index) => index % 2 === 0);
  const counts = [",", ";", "\t"].map((one) => [header.join("").split(one).length, one] as const);
  return counts.reduce((best, one) => (one[0] > best[0] ? one : best))[1];
}
