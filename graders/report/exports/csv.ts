/** Writes CSV; the one doorway to csv-stringify. */
import { stringify } from "csv-stringify/sync";

/**
 * RFC 4180: comma, CRLF, quotes where needed and doubled inside.
 *
 * A cell that a spreadsheet would run as a formula (it starts with `=`, `+`, `-`, `@`, a tab, a return or a
 * full-width form of these, blanks before it or not) gets a leading apostrophe, which shows it as text; a negative
 * number stays one. Control characters become "�", so that the file is harmless on a terminal too.
 */
export function formatCsv(rows: readonly (readonly string[])[]): string {
  const cells = rows.map((row) => row.map(showAsText));
  return stringify(cells, { record_delimiter: "\r\n", quoted_match: separators });
}

/** Excel takes a file without it for the machine's old code page, and turns every accent into two signs. */
const byteOrderMark = "\uFEFF";

/** The same for spreadsheets, with a byte order mark. */
export function formatTable(rows: readonly (readonly string[])[]): string {
  return byteOrderMark + formatCsv(rows);
}

/** Quoted although RFC 4180 names the comma only: a lone line break, and what other programs take for a separator. */
const separators = /[\r\n;\t]/;
const controls = /(?![\t\r\n])\p{Cc}/gu;

/** Runs as itself alone, and would be text behind an apostrophe. */
const negative = /^-\d+(?:\.\d+)?$/;
const formulaStart = /^\s*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|^[\t\r\n]/;

/** A cell as the table holds it: harmless in a spreadsheet and on a terminal. */
export function showAsText(cell: string): string {
  const text = cell.replace(controls, "\uFFFD");
  return formulaStart.test(text) && !negative.test(text) ? `'${text}` : text;
}
