/** A few lines of a student's own file, around the one that a compiler complains about. Pure. */
import type { Excerpt } from "../contract/record";
import type { SourceFile } from "../contract/submission";

const linesAround = 2;
const longestLine = 160;

/** @param place the line counted from 1 @returns undefined where the file has no such line */
export function quoteLines(
  files: readonly SourceFile[],
  { file, line }: { readonly file: string; readonly line: number },
): Excerpt | undefined {
  const lines = files.find(({ path }) => path === file)?.text.split(/\r\n|\r|\n/) ?? [];
  if (lines[line - 1] === undefined) return undefined;
  const from = Math.max(1, line - linesAround);
  const quoted = lines.slice(from - 1, line + linesAround);
  return { path: file, from, lines: quoted.map(cutLine) };
}

function cutLine(text: string): string {
  return text.length > longestLine ? `${text.slice(0, longestLine)}…` : text;
}
