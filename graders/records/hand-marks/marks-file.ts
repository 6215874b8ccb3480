/** `staff/marks.jsonl`: a line for every decision, only ever added to. */
import { join } from "node:path";
import { GraderFault, UsageError } from "../../contract/faults";
import type { MarkLine } from "../../contract/hand-mark";
import { compileSchema, parseJson, SchemaError } from "../../contract/schemas/ajv";
import schema from "../../contract/schemas/mark.schema.json";
import { appendLines, readLines } from "../append-lines";
import { outputFiles } from "../output-files";

const lineSchema = compileSchema<MarkLine>(schema);
const holds = "the marks of people";

export interface ReadMarks {
  readonly lines: readonly MarkLine[];
  /** Lines that were cut off while they were written: nobody's decision, and nothing else is lost. */
  readonly notices: readonly string[];
}

/** @throws UsageError naming the line that is whole and yet no mark: leaving it out would change points */
export async function readMarks(outFolder: string): Promise<ReadMarks> {
  const path = join(outFolder, outputFiles.handMarks.path);
  const lines: MarkLine[] = [];
  const notices: string[] = [];
  (await readLines(path, holds)).split("\n").forEach((text, index) => {
    if (text.trim() === "") return;
    const place = `${path}, line ${index + 1}`;
    const value = parseLine(text, place);
    if (value === undefined) notices.push(`${place}: was cut off while it was written; decide it again`);
    else lines.push(checkLine(value, place));
  });
  return { lines, notices };
}

/**
 * Adds lines in one go and flushes them. After a line that was cut off a new one begins.
 *
 * @throws WriteFault when the disk refuses; GraderFault for a line that does not fit its schema
 */
export async function appendMarks(outFolder: string, lines: readonly MarkLine[]): Promise<void> {
  const path = join(outFolder, outputFiles.handMarks.path);
  const own = lines.map((line) => checkOwn(line, path));
  await appendLines(path, await readLines(path, holds), own);
}

/** Undefined for a line that was cut off: no part of an object is JSON. */
function parseLine(text: string, place: string): unknown {
  try {
    return parseJson(text, place);
  } catch {
    return undefined;
  }
}

/** We made it: a line that does not fit is our fault. */
function checkOwn(line: MarkLine, path: string): MarkLine {
  try {
    return lineSchema.check(line, path);
  } catch (error) {
    throw error instanceof SchemaError ? new GraderFault(error.message) : error;
  }
}

function checkLine(value: unknown, place: string): MarkLine {
  try {
    return lineSchema.check(value, place);
  } catch (error) {
    throw error instanceof SchemaError ? new UsageError(error.message) : error;
  }
}
