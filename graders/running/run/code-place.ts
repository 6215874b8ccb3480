/** From the runtime's words about compiled text to a place in a student's own file. */
import { SourceMap } from "node:module";
import type { CodePlace } from "../../contract/code-place";
import type { CompiledFile } from "../../contract/compiled";

const longestLine = 1000;
/** Twice what the engine writes; a program can write as many as it likes. */
const mostFrames = 20;

/** The innermost frame of a stack that lies in a file of the student's. */
export function locateStack(stack: string, files: readonly CompiledFile[]): CodePlace | null {
  const lines = stack.split("\n").map((line) => line.slice(0, longestLine).trim());
  for (const frame of lines.filter((line) => line.startsWith("at ")).slice(0, mostFrames)) {
    for (const file of files) {
      const place = locateFrame(frame, file);
      if (place !== null) return place;
    }
  }
  return null;
}

/** "at Object.<anonymous> (submission.ts:40:7)" or "at submission.ts:40:7". */
function locateFrame(frame: string, file: CompiledFile): CodePlace | null {
  const { path, mappings } = file;
  const start = [`(${path}:`, `at ${path}:`].find((one) => frame.includes(one));
  if (start === undefined || mappings === "") return null;
  const position = frame.slice(frame.indexOf(start) + start.length);
  const [line = 0, column = 0] = position.split(":").map((part) => Number.parseInt(part, 10));
  if (!(line >= 1 && column >= 1)) return null;
  const entry = readMap(file).findEntry(line - 1, column - 1);
  if (!("originalLine" in entry)) return null;
  return { path, line: entry.originalLine + 1, column: entry.originalColumn + 1 };
}

/** A file may be long, and all of its mappings are read at once. */
const maps = new WeakMap<CompiledFile, SourceMap>();

function readMap(file: CompiledFile): SourceMap {
  const { path, mappings } = file;
  const given = { file: path, version: 3, sources: [path], sourcesContent: [], names: [], sourceRoot: "" };
  const map = maps.get(file) ?? new SourceMap({ ...given, mappings });
  maps.set(file, map);
  return map;
}
