/** Writes CSV; the one doorway to csv-stringify. */
import { stringify } from "csv-stringify/sync";

/**
 * RFC 4180: comma, CRLF, quotes where needed and doubled inside.
 *
 * A cell that a spreadsheet would run as a formula (it starts with `=`, `+`, `-`, `@`, a tab, a return or a
 * full-width form of these, blanks before it or not) gets a leading apostrophe, which shows it as text.
 */
export function formatCsv(rows: readonly (readonly string[])[]): string {
  const cells = rows.map((row) => row.map(defuse));
  return stringify(cells, { record_delimiter: "\r\n" });
}

const formulaStart = /^\s*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|^[\t\r\n]/;

function defuse(cell: string): string {
  const text = cell.replaceAll("\0", "");
  return formulaStart.test(text) ? `'${text}` : text;
}
