/** `staff/marks.jsonl`: a line for every decision, only ever added to. */
import { mkdir, open, readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { GraderFault, UsageError } from "../../contract/faults";
import type { MarkLine } from "../../contract/hand-mark";
import { compileSchema, parseJson, SchemaError } from "../../contract/schemas/ajv";
import schema from "../../contract/schemas/mark.schema.json";
import { describeError, hasErrorCode } from "../../contract/thrown";
import { outputFiles } from "../output-files";
import { WriteFault } from "../write-fault";

const lineSchema = compileSchema<MarkLine>(schema);

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
  (await readText(path)).split("\n").forEach((text, index) => {
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
  const before = await readText(path);
  const isCutOff = before !== "" && !before.endsWith("\n");
  const text = lines.map((line) => `${JSON.stringify(checkOwn(line, path))}\n`).join("");
  try {
    await mkdir(dirname(path), { recursive: true });
    const file = await open(path, "a");
    try {
      await file.appendFile((isCutOff ? "\n" : "") + text.toWellFormed());
      await file.sync();
    } finally {
      await file.close();
    }
  } catch (error) {
    throw new WriteFault(path, error);
  }
}

/** "" where nobody has decided anything yet. */
async function readText(path: string): Promise<string> {
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    if (hasErrorCode(error, "ENOENT")) return "";
    throw new UsageError(`${path}: expected the marks of people, got ${describeError(error)}`);
  }
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
