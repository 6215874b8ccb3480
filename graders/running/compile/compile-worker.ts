/**
 * The compile process: ts-node's compile service with swc behind it. It reads one submission at a time from
 * descriptor 3 and may be killed by what it reads; `compile.ts` starts it again.
 *
 *   → { id, entry, files: [[path, text, lacks?]], compiledBytes, replyBytes }   ← { id, files: [[path, js, mappings]], missing } | { id, says, at? }
 */
import { SourceMap } from "node:module";
import { Script } from "node:vm";
import * as swc from "@swc/core";
import { create } from "ts-node";
import { isJoined } from "../../contract/joined-cells";
import type { CompileFailures, Message } from "../../contract/message";
import { readFrame, writeFrame } from "../sandbox/child/channel";
import { compileCells } from "./cells/compile-cells";
import {
  findParserPosition,
  findPosition,
  finishSentence,
  mapToPosition,
  type Position,
  readSyntaxError,
  writeComplaint,
} from "./diagnostics";
import { findMissing, type Lacks, type MissingImport } from "./missing-imports";

interface Request {
  readonly id: string;
  readonly entry: string;
  readonly files: readonly (readonly [path: string, text: string, lacks?: string])[];
  readonly compiledBytes: number;
  /** Of the answer: what is longer would break the protocol. */
  readonly replyBytes: number;
}

interface Failed {
  readonly ok: false;
  readonly says: Message<keyof CompileFailures>;
  readonly at: Position | null;
}

interface Translated {
  readonly ok: true;
  readonly js: string;
  readonly mappings: string;
  readonly missing?: readonly MissingImport[];
}

type Compiled = Translated | Failed;

type Answer =
  | { readonly files: unknown; readonly missing: readonly (MissingImport & { readonly path: string })[] }
  | { readonly says: Message; readonly at?: Position | null };

/** A folder that exists nowhere: ts-node wants absolute names, and no file of this machine may be meant. */
const folder = "/submission/";
/** What the runner will put around it. */
const wrapperHead = "(function(exports, require, module, __filename, __dirname) {";
const wrapperEnd = "\n})";
const sourceMapMark = "\n//# sourceMappingURL=";

/** What is loaded when a name of it is used: it will not be found, and is to cost no more than what asks for it. */
let lazy: readonly string[] = [];
const compiler = {
  ...swc,
  transformSync: (text: string, options: swc.Options = {}) => {
    const { module } = options;
    return swc.transformSync(
      text,
      module?.type === "commonjs" ? { ...options, module: { ...module, lazy: [...lazy] } } : options,
    );
  },
};

const service = create({
  transpileOnly: true,
  transpiler: [require.resolve("ts-node/transpilers/swc"), { swc: compiler }],
  skipProject: true,
  skipIgnore: true,
  compilerOptions: {
    module: "commonjs",
    target: "es2022",
    esModuleInterop: true,
    experimentalDecorators: true,
    types: [],
  },
});

function compileAll({ entry, files, compiledBytes }: Request): Answer {
  const compiled: (readonly [path: string, js: string, mappings: string])[] = [];
  const allMissing: (MissingImport & { readonly path: string })[] = [];
  lacks = new Map(files.map(([path, , says = null]) => [path, says]));
  let bytes = 0;
  for (const [path, text] of files) {
    const result = path === entry && isJoined(text) ? compileNotebook(path, text) : compileFile(path, text);
    if (!result.ok && path === entry) return { says: result.says, at: result.at };
    const { js, mappings, missing = [] } = result.ok ? result : writeThrow(result);
    for (const one of missing) allMissing.push({ path, ...one });
    bytes += Buffer.byteLength(js);
    if (bytes > compiledBytes) return { says: { code: "compiled-too-large", file: path } };
    compiled.push([path, js, mappings]);
  }
  return { files: compiled, missing: allMissing };
}

/** A file that nobody imports may be broken; one that is imported says so then, and where. */
function writeThrow({ says, at }: Failed): Omit<Translated, "ok"> {
  const js = `throw new SyntaxError(${JSON.stringify(writeComplaint(says))});`;
  return { js, mappings: at === null ? "" : mapToPosition(at) };
}

function compileNotebook(path: string, text: string): Compiled {
  const cells = compileCells<Translated>(text, (program) => {
    const result = compileFile(path, program);
    if (result.ok) return { compiled: result };
    const { says, at } = result;
    return { refused: { complaint: "complaint" in says ? says.complaint : writeComplaint(says), at } };
  });
  if (cells.kind === "compiled") return cells.compiled;
  if (cells.kind === "undone") return compileFile(path, text);
  const { at, complaint } = cells;
  return { ok: false, says: { code: "does-not-compile-at", file: path, line: at.line, complaint }, at };
}

/** Of the submission at hand. */
let lacks: Lacks = new Map();

function compileFile(path: string, written: string): Compiled {
  const { imports, text } = findMissing(path, written, lacks);
  lazy = imports.map(({ name }) => name);
  let js: string;
  let mappings: string;
  try {
    ({ js, mappings } = splitSourceMap(service.compile(prepareText(text), folder + path)));
  } catch (error) {
    const report = String((error as Error).message);
    return { ok: false, says: readSyntaxError(report, path), at: findPosition(report, text) };
  }
  try {
    js = checkScript(js, path);
    // What only types are taken from is gone.
    const missing = imports.filter(
      ({ name, isNameless }) => isNameless || js.includes(`require(${JSON.stringify(name)})`),
    );
    return { ok: true, js, mappings, missing };
  } catch (error) {
    if (error instanceof RangeError)
      return { ok: false, says: { code: "expressions-too-deep", file: path }, at: null };
    const complaint = finishSentence((error as Error).message);
    const at = mapBack(findParserPosition(String((error as Error).stack), path), mappings);
    return at === null
      ? { ok: false, says: { code: "does-not-compile", file: path, complaint }, at }
      : { ok: false, says: { code: "does-not-compile-at", file: path, line: at.line, complaint }, at };
  }
}

/**
 * swc lets pass what only the runtime refuses, such as names declared twice. What waits at its top level is put into a
 * function that can: the loader waits for what that returns.
 */
function checkScript(js: string, path: string): string {
  try {
    new Script(wrapperHead + js + wrapperEnd, { filename: path });
    return js;
  } catch (error) {
    const waiting = `return (async () => {${js}\n})();`;
    if (!/\bawait\b/.test(js) || !isScript(wrapperHead + waiting + wrapperEnd)) throw error;
    return waiting;
  }
}

function isScript(text: string): boolean {
  try {
    new Script(text);
    return true;
  } catch {
    return false;
  }
}

/** From compiled text to the student's. */
function mapBack(at: Position | null, mappings: string): Position | null {
  if (at === null || mappings === "") return null;
  const given = { file: "", version: 3, sources: [""], sourcesContent: [], names: [], sourceRoot: "" };
  const isFirst = at.line === 1;
  const column = at.column - 1 - (isFirst ? wrapperHead.length : 0);
  const entry = new SourceMap({ ...given, mappings }).findEntry(at.line - 1, column);
  return "originalLine" in entry ? { line: entry.originalLine + 1, column: entry.originalColumn + 1 } : null;
}

/** Hides a hashbang, and the address of a source map: swc would open whatever file of this machine it names. */
function prepareText(text: string): string {
  const hidden = text.replace(/sourceMappingURL=/g, "sourceMappingURL:");
  return hidden.startsWith("#!") ? `//${hidden}` : hidden;
}

function splitSourceMap(compiled: string): { readonly js: string; readonly mappings: string } {
  const mark = compiled.lastIndexOf(sourceMapMark);
  if (mark === -1) return { js: compiled, mappings: "" };
  const encoded = compiled.slice(compiled.indexOf(",", mark) + 1);
  const map = JSON.parse(Buffer.from(encoded, "base64").toString()) as { readonly mappings?: string };
  return { js: compiled.slice(0, mark + 1), mappings: map.mappings ?? "" };
}

/** Whatever makes it so long, it is the submission's doing. */
function writeReply(request: Request): string {
  const { id, entry, replyBytes } = request;
  const reply = JSON.stringify({ id, ...compileAll(request) });
  if (Buffer.byteLength(reply) <= replyBytes) return reply;
  const tooLarge: Answer = { says: { code: "compiled-too-large", file: entry } };
  return JSON.stringify({ id, ...tooLarge });
}

// Settles once and for all what is loaded lazily, so that the first submission does not pay for it.
compileFile("warm-up.ts", "export const nothing: number = 0;");
writeFrame('{"ready":true}');
for (let text = readFrame(); text !== null; text = readFrame()) {
  const request = JSON.parse(text) as Request;
  writeFrame(writeReply(request));
}
