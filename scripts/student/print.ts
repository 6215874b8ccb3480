/** Lines of the selfcheck on a terminal: a mark, the question's id, what there is to say, details below it. */
import type { Line, Tone } from "../../graders/student/selfcheck/line";
import { bold, dim, green, red, toPlainText, yellow } from "../terminal/colors";

const marks: Readonly<Record<Tone, string>> = {
  ok: green("✓"),
  wrong: red("✗"),
  open: yellow("○"),
  word: dim("·"),
};

/** Text of the lines; labels of one list stand in one column. */
export function formatLines(lines: readonly Line[]): string {
  const width = Math.max(0, ...lines.map(({ label }) => label.length));
  return lines.map((line) => formatLine(line, width)).join("\n");
}

function formatLine({ tone, label, text, details }: Line, width: number): string {
  const column = width === 0 ? "" : `${label.padEnd(width)}  `;
  const indent = " ".repeat(2 + column.length);
  const labels = Math.max(0, ...details.map((one) => one.label.length));
  const below = details.map((one) => {
    const head = labels === 0 ? "" : `${dim(one.label.padEnd(labels))}  `;
    return `${indent}${head}${toPlainText(one.text)}`;
  });
  return [`${marks[tone]} ${bold(column)}${toPlainText(text)}`, ...below].join("\n");
}
