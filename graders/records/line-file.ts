/** A file of what people said, a line each, only ever added to. */
import { type FileHandle, open, readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { UsageError } from "../contract/faults";
import { type CompiledSchema, parseJson, SchemaError } from "../contract/schemas/ajv";
import { describeError, hasErrorCode } from "../contract/thrown";
import { compileKept } from "../validators/kept-validators";
import { checkOwn } from "./document-file";
import { flushNames, makeFolder } from "./new-names";
import type { OutputFile } from "./output-files";
import { WriteFault } from "./write-fault";

export interface ReadLines<Line> {
  readonly lines: readonly Line[];
  /** Lines that were cut off while they were written: nobody's decision, and nothing else is lost. */
  readonly notices: readonly string[];
}

export interface LineFile<Line> {
  /** @throws UsageError naming the line that is whole and yet none: leaving it out would change points */
  read(outFolder: string): Promise<ReadLines<Line>>;
  /**
   * Adds lines in one go and flushes them: all of them, or none. After a line that was cut off a new one begins.
   *
   * @throws WriteFault when the disk refuses; GraderFault for a line that does not fit its schema
   */
  append(outFolder: string, lines: readonly Line[]): Promise<void>;
}

export interface LineFileSetup {
  readonly file: OutputFile;
  readonly schema: object;
  /** "the marks of people" */
  readonly holds: string;
  /** What to do about a line that was cut off: "decide it again". */
  readonly advice: string;
}

/** What was read last: a desk reads the file with every page, and only what came since is to be checked. */
interface KnownLines<Line> extends ReadLines<Line> {
  readonly path: string;
  readonly text: string;
  /** Line breaks in the text. */
  readonly count: number;
}

const nothing = { path: "", text: "", count: 0, lines: [], notices: [] } as const;

export function createLineFile<Line>({ file, schema, holds, advice }: LineFileSetup): LineFile<Line> {
  const lineSchema = compileKept<Line>(schema);
  let known: KnownLines<Line> = nothing;
  const readOn = (path: string, text: string): KnownLines<Line> => {
    const isMore = known.path === path && known.text.endsWith("\n") && text.startsWith(known.text);
    const before = isMore ? known : nothing;
    const [lines, notices] = [[...before.lines], [...before.notices]];
    const added = text.slice(before.text.length).split("\n");
    added.forEach((line, index) => {
      if (line.trim() === "") return;
      const place = `${path}, line ${before.count + index + 1}`;
      const value = parseLine(line, place);
      if (value === undefined) notices.push(`${place}: was cut off while it was written; ${advice}`);
      else lines.push(checkLine(lineSchema, value, place));
    });
    return { path, text, count: before.count + added.length - 1, lines, notices };
  };
  return {
    read: async (outFolder) => {
      const path = join(outFolder, file.path);
      known = readOn(path, await readText(path, holds));
      return { lines: known.lines, notices: known.notices };
    },
    append: async (outFolder, lines) => {
      const path = join(outFolder, file.path);
      const before = await readText(path, holds);
      const isCutOff = before !== "" && !before.endsWith("\n");
      const text = lines.map((line) => `${JSON.stringify(checkOwn(lineSchema, line, path))}\n`).join("");
      await appendText(path, (isCutOff ? "\n" : "") + text.toWellFormed());
    },
  };
}

async function appendText(path: string, text: string): Promise<void> {
  try {
    await makeFolder(dirname(path));
    const file = await open(path, "a");
    try {
      const { size } = await file.stat();
      await appendWhole(file, text, size);
      if (size === 0) await flushNames(dirname(path));
    } finally {
      await file.close();
    }
  } catch (error) {
    throw new WriteFault(path, error);
  }
}

/** @param size of what lies there: all that is left where not everything finds room */
async function appendWhole(file: FileHandle, text: string, size: number): Promise<void> {
  try {
    await file.appendFile(text);
    await file.sync();
  } catch (error) {
    await takeBack(file, size).catch((second) => {
      const because = `${describeError(error)}; a part may stand at its end, which could not be taken back`;
      throw new Error(`${because} (${describeError(second)})`, { cause: error });
    });
    throw error;
  }
}

async function takeBack(file: FileHandle, size: number): Promise<void> {
  await file.truncate(size);
  await file.sync();
}

/** "" where nobody has said anything yet. */
async function readText(path: string, holds: string): Promise<string> {
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    if (hasErrorCode(error, "ENOENT")) return "";
    throw new UsageError(`${path}: expected ${holds}, got ${describeError(error)}`);
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

function checkLine<Line>(schema: CompiledSchema<Line>, value: unknown, place: string): Line {
  try {
    return schema.check(value, place);
  } catch (error) {
    throw error instanceof SchemaError ? new UsageError(error.message) : error;
  }
}
