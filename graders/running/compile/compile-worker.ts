/**
 * The compile process: ts-node's compile service with swc behind it. It reads one submission at a time from
 * descriptor 3 and may be killed by what it reads; `compile.ts` starts it again.
 *
 *   → { id, entry, files: [[path, text]], compiledBytes }   ← { id, files: [[path, js, mappings]] } | { id, says }
 */
import { Script } from "node:vm";
import { create } from "ts-node";
import type { CompileFailures, Message } from "../../contract/message";
import { readFrame, writeFrame } from "../sandbox/child/channel";
import { finishSentence, readSyntaxError, writeComplaint } from "./diagnostics";

interface Request {
  readonly id: string;
  readonly entry: string;
  readonly files: readonly (readonly [path: string, text: string])[];
  readonly compiledBytes: number;
}

type Compiled =
  | { readonly ok: true; readonly js: string; readonly mappings: string }
  | { readonly ok: false; readonly says: Message<keyof CompileFailures> };

/** A folder that exists nowhere: ts-node wants absolute names, and no file of this machine may be meant. */
const folder = "/submission/";
const sourceMapMark = "\n//# sourceMappingURL=";

const service = create({
  swc: true,
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

function compileAll({ entry, files, compiledBytes }: Request): { files: unknown } | { says: Message } {
  const compiled: (readonly [path: string, js: string, mappings: string])[] = [];
  let bytes = 0;
  for (const [path, text] of files) {
    const result = compileFile(path, text);
    if (!result.ok && path === entry) return { says: result.says };
    // A file that nobody imports may be broken; one that is imported says so then.
    const js = result.ok
      ? result.js
      : `throw new SyntaxError(${JSON.stringify(writeComplaint(result.says))});`;
    bytes += Buffer.byteLength(js);
    if (bytes > compiledBytes) return { says: { code: "compiled-too-large", file: path } };
    compiled.push([path, js, result.ok ? result.mappings : ""]);
  }
  return { files: compiled };
}

function compileFile(path: string, text: string): Compiled {
  let js: string;
  let mappings: string;
  try {
    ({ js, mappings } = splitSourceMap(service.compile(prepareText(text), folder + path)));
  } catch (error) {
    return { ok: false, says: readSyntaxError(String((error as Error).message), path) };
  }
  try {
    // swc lets pass what only the runtime refuses: names declared twice, await outside a function.
    new Script(`(function(exports, require, module, __filename, __dirname) {${js}\n})`);
    return { ok: true, js, mappings };
  } catch (error) {
    if (error instanceof RangeError) return { ok: false, says: { code: "expressions-too-deep", file: path } };
    const complaint = finishSentence((error as Error).message);
    return { ok: false, says: { code: "does-not-compile", file: path, complaint } };
  }
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

// Settles once and for all what is loaded lazily, so that the first submission does not pay for it.
compileFile("warm-up.ts", "export const nothing: number = 0;");
writeFrame('{"ready":true}');
for (let text = readFrame(); text !== null; text = readFrame()) {
  const request = JSON.parse(text) as Request;
  writeFrame(JSON.stringify({ id: request.id, ...compileAll(request) }));
}
