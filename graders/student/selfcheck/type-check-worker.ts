/**
 * The type-check process: reads one submission at a time from descriptor 3, and may be killed by what it reads (a
 * type can take for ever to work out).
 *
 *   → { id, entry, language, files: [[path, text]] }   ← { id, mistakes, total, notes }
 */
import { readFrame, writeFrame } from "../../running/sandbox/child/channel";
import { findStyleNotes } from "../typescript/style";
import { createTypeService, type TypeService } from "../typescript/type-check";

interface Request {
  readonly id: string;
  readonly entry: string;
  readonly language: string;
  readonly files: readonly (readonly [path: string, text: string])[];
}

let service: TypeService | null = null;

function check({ id, entry, language, files }: Request): string {
  service ??= createTypeService(language);
  const sources = files.map(([path, text]) => ({ path, text }));
  const written = sources.find(({ path }) => path === entry)?.text ?? "";
  return JSON.stringify({ id, ...service.check(sources), notes: findStyleNotes(entry, written) });
}

writeFrame('{"ready":true}');
for (let text = readFrame(); text !== null; text = readFrame())
  writeFrame(check(JSON.parse(text) as Request));
