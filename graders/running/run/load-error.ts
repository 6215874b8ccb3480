/** Where top-level code stopped: from the runtime's words about the compiled text to a line of the student's own file. */
import { SourceMap } from "node:module";
import type { CompiledFile } from "../../contract/compiled";
import type { LoadError } from "../../contract/record";
import { remember } from "../../contract/remember";

const longestLine = 1000;
/** Twice what the engine writes; a program can write as many as it likes. */
const mostFrames = 20;

/**
 * Null when it is not what the runner writes.
 *
 * @param stopped message and end of the stack
 */
export function readLoadError(
  stopped: unknown,
  files: readonly CompiledFile[],
  errorTextLength: number,
): LoadError | null {
  if (!Array.isArray(stopped)) return null;
  const [message, stack]: readonly unknown[] = stopped;
  if (typeof message !== "string" || typeof stack !== "string") return null;
  return { message: message.slice(0, errorTextLength), place: findPlace(stack, files) };
}

/** The innermost frame that lies in a file of the student's. */
function findPlace(stack: string, files: readonly CompiledFile[]): LoadError["place"] {
  const lines = stack.split("\n").map((line) => line.slice(0, longestLine).trim());
  for (const frame of lines.filter((line) => line.startsWith("at ")).slice(0, mostFrames)) {
    for (const file of files) {
      const place = findLine(frame, file);
      if (place !== null) return place;
    }
  }
  return null;
}

/** "at Object.<anonymous> (submission.ts:40:7)" or "at submission.ts:40:7". */
function findLine(frame: string, file: CompiledFile): LoadError["place"] {
  const { path, mappings } = file;
  const start = [`(${path}:`, `at ${path}:`].find((one) => frame.includes(one));
  if (start === undefined || mappings === "") return null;
  const position = frame.slice(frame.indexOf(start) + start.length);
  const [line = 0, column = 0] = position.split(":").map((part) => Number.parseInt(part, 10));
  if (!(line >= 1 && column >= 1)) return null;
  const entry = readMap(file).findEntry(line - 1, column - 1);
  return "originalLine" in entry ? { path, line: entry.originalLine + 1 } : null;
}

/** A file may be long, and all of its mappings are read at once. */
const readMap = remember(
  ({ path, mappings }: CompiledFile) =>
    new SourceMap({
      file: path,
      version: 3,
      sources: [path],
      sourcesContent: [],
      names: [],
      mappings,
      sourceRoot: "",
    }),
);
