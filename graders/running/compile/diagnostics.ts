/** Turns a compiler's report into what a student can act on. */
import type { CompileFailures, Message } from "../../contract/message";

const maxLength = 500;

/**
 * Reads swc's report: the complaint after "x" or "×", and below it numbered source lines with a marker under the
 * place. No path of the grader survives.
 *
 * @param path the file as the student knows it
 */
export function readSyntaxError(report: string, path: string): Message<keyof CompileFailures> {
  const lines = report.split("\n");
  const complaint = lines.find((line) => /^\s*[x×] /.test(line))?.replace(/^\s*[x×] /, "");
  const words = finishSentence(complaint ?? lines[0] ?? "does not compile");
  const line = findLine(lines);
  if (line === null) return { code: "does-not-compile", file: path, complaint: words };
  return { code: "does-not-compile-at", file: path, line, complaint: words };
}

/** For an error that is thrown in the student's own program, which speaks English as its runtime does. */
export function writeComplaint(says: Message<keyof CompileFailures>): string {
  switch (says.code) {
    case "does-not-compile-at":
      return `${says.file}, line ${says.line}: ${says.complaint}`;
    case "does-not-compile":
      return `${says.file}: ${says.complaint}`;
    case "expressions-too-deep":
      return `${says.file}: expressions are nested too deeply.`;
    default:
      return `${says.file}: does not compile.`;
  }
}

/** One line, at most 500 characters, with a full stop. */
export function finishSentence(text: string): string {
  const line = text.replace(/\s+/g, " ").trim();
  if (line.length >= maxLength) return `${line.slice(0, maxLength - 1)}…`;
  return /[.!?…]$/.test(line) ? line : `${line}.`;
}

/** From the numbered line above the first marker, or from the bracketed position where none is drawn. */
function findLine(lines: readonly string[]): number | null {
  const marker = lines.findIndex((line) => /^\s*[:·] .*\^/.test(line));
  const numbered = lines
    .slice(0, Math.max(marker, 0))
    .reverse()
    .map((line) => /^\s*(\d+) [|│]/.exec(line)?.[1]);
  const fromMarker = numbered.find((number) => number !== undefined);
  const number = fromMarker ?? /\[[^[\]\n]*:(\d+):\d+\]/.exec(lines.join("\n"))?.[1];
  return number === undefined ? null : Number(number);
}
