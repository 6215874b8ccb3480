/**
 * What the compile process says, checked. It runs no student's code, but it parses it: what hostile source made of that
 * process is not to decide whose code runs under whose name.
 */
import type { CompiledFile, CompileFailure, CompileResult, MissingImport } from "../../contract/compiled";
import { GraderFault } from "../../contract/faults";
import type { SourceFile } from "../../contract/submission";
import type { WireMessage } from "../sandbox/process-reply";

interface Source {
  readonly entry: string;
  readonly files: readonly SourceFile[];
}

/** @throws GraderFault for what the compile process never says of this source */
export function readCompiled(message: WireMessage, source: Source): CompileResult {
  return message.says === undefined ? readFiles(message, source) : readFailure(message, source);
}

function readFiles({ files, missing }: WireMessage, { entry, files: asked }: Source): CompileResult {
  const compiled = readList(files, "files").map(readFile);
  const [paths, askedPaths] = [compiled, asked].map((all) => all.map(({ path }) => path));
  if (JSON.stringify(paths) !== JSON.stringify(askedPaths)) throw refuse("other files");
  const imports = readList(missing, "missing imports").map((one) => readMissing(one, askedPaths ?? []));
  return { ok: true, entry, files: compiled, ...(imports.length === 0 ? {} : { missing: imports }) };
}

function readFile(one: unknown): CompiledFile {
  const [path, js, mappings, ...rest] = readList(one, "a file");
  if (typeof path !== "string" || typeof js !== "string" || typeof mappings !== "string" || rest.length > 0)
    throw refuse("a file");
  return { path, js, mappings };
}

function readMissing(one: unknown, paths: readonly string[]): MissingImport {
  const { path, says } = readFields(one, "a missing import");
  if (typeof path !== "string" || typeof says !== "string" || !paths.includes(path))
    throw refuse("a missing import");
  return { path, says, ...readPosition(one) };
}

function readFailure({ says, at }: WireMessage, { entry, files }: Source): CompileFailure {
  const told = readFields(says, "a failure");
  const { file } = told;
  if (typeof file !== "string" || !files.some(({ path }) => path === file)) throw refuse("a failure");
  const failure: CompileFailure = { ok: false, says: readSays(told, file) };
  return at === undefined || at === null
    ? failure
    : { ...failure, place: { path: entry, ...readPosition(at) } };
}

function readSays({ code, line, complaint }: WireMessage, file: string): CompileFailure["says"] {
  switch (code) {
    case "expressions-too-deep":
    case "compiled-too-large":
      return { code, file };
    case "does-not-compile":
    case "does-not-compile-at":
      if (typeof complaint !== "string") throw refuse("a failure");
      // The line is read out of the parser's report, which quotes the student: one that is none is left out.
      return code === "does-not-compile-at" && isCounted(line)
        ? { code, file, line, complaint }
        : { code: "does-not-compile", file, complaint };
    default:
      throw refuse("a failure");
  }
}

function readPosition(one: unknown): { readonly line: number; readonly column: number } {
  const { line, column } = readFields(one, "a place");
  if (!isCounted(line) || !isCounted(column)) throw refuse("a place");
  return { line, column };
}

/** From 1. */
function isCounted(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) >= 1;
}

function readList(value: unknown, what: string): readonly unknown[] {
  if (Array.isArray(value)) return value;
  throw refuse(what);
}

function readFields(value: unknown, what: string): WireMessage {
  if (typeof value === "object" && value !== null && !Array.isArray(value))
    return Object.fromEntries(Object.entries(value));
  throw refuse(what);
}

function refuse(what: string): GraderFault {
  return new GraderFault(`the compile process broke its protocol: ${what} that it cannot have compiled`);
}
