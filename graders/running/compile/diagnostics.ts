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

/** Counted from 1, in a file that goes without saying. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** How the compiler draws a tab. */
const drawnTab = "    ";

/** The place under the first marker of swc's report; null where none is drawn. @param text of the file */
export function findPosition(report: string, text: string): Position | null {
  const lines = report.split("\n");
  const line = findLine(lines);
  const marker = lines.find((one) => /^\s*[:·] .*\^/.test(one));
  const source = line === null ? undefined : text.split(/\r\n|\r|\n/)[line - 1];
  if (line === null || marker === undefined || source === undefined) return null;
  const drawn = marker.indexOf("^") - marker.search(/[:·]/) - 2;
  let column = 0;
  for (let width = 0; column < source.length && width < drawn; column += 1)
    width += source[column] === "\t" ? drawnTab.length : 1;
  return { line, column: column + 1 };
}

/** Where an error of the runtime's own parser points to: "name:12\ncode\n   ^^^". */
export function findParserPosition(stack: string, name: string): Position | null {
  const [head = "", , marker = ""] = stack.split("\n");
  if (!head.startsWith(`${name}:`) || !marker.includes("^")) return null;
  return { line: Number(head.slice(name.length + 1)), column: marker.indexOf("^") + 1 };
}

/** The mappings of a source map whose whole text comes from one place. */
export function mapToPosition({ line, column }: Position): string {
  return `AA${encodeBase64Vlq(line - 1)}${encodeBase64Vlq(column - 1)}`;
}

const digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/** Five bits a digit, the lowest first; the very lowest is the sign. */
function encodeBase64Vlq(count: number): string {
  let text = "";
  let rest = count * 2;
  do {
    text += digits[(rest % 32) + (rest >= 32 ? 32 : 0)];
    rest = Math.floor(rest / 32);
  } while (rest > 0);
  return text;
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
