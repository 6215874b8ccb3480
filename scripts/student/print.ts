/** Lines of the selfcheck on a terminal: a mark, the question's id, what there is to say, details below it. */
import type { Detail, Line, Tone } from "../../graders/student/selfcheck/line";
import { bold, dim, green, red, toPlainText, yellow } from "../terminal/colors";
import { wrapText } from "../terminal/wrap";

const marks: Readonly<Record<Tone, string>> = {
  ok: green("✓"),
  wrong: red("✗"),
  open: yellow("○"),
  word: dim("·"),
};

/** Text of the lines; labels of one list stand in one column. @param width of the terminal, if it is one */
export function formatLines(lines: readonly Line[], width?: number): string {
  const labels = Math.max(0, ...lines.map(({ label }) => label.length));
  return lines.map((line) => formatLine(line, labels, width)).join("\n");
}

function formatLine({ tone, label, text, details }: Line, labels: number, width?: number): string {
  const column = labels === 0 ? "" : `${label.padEnd(labels)}  `;
  const indent = " ".repeat(2 + column.length);
  const said = wrapText(toPlainText(text), narrow(width, indent.length)).join(`\n${indent}`);
  const below = formatDetails(details, indent, width);
  return [`${marks[tone]} ${bold(column)}${said}`, ...below].join("\n");
}

function formatDetails(details: readonly Detail[], indent: string, width?: number): readonly string[] {
  const labels = Math.max(0, ...details.map((one) => one.label.length));
  const column = labels === 0 ? 0 : labels + 2;
  return details.map(({ label, text, isVerbatim }) => {
    const head = labels === 0 ? "" : `${dim(label.padEnd(labels))}  `;
    const room = isVerbatim === true ? undefined : narrow(width, indent.length + column);
    const lines = wrapText(toPlainText(text), room);
    return `${indent}${head}${lines.join(`\n${indent}${" ".repeat(column)}`)}`;
  });
}

function narrow(width: number | undefined, by: number): number | undefined {
  return width === undefined ? undefined : width - by;
}
