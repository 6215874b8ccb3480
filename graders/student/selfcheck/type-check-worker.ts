/**
 * The type-check process: reads one submission at a time from descriptor 3, and may be killed by what it reads (a
 * type can take for ever to work out).
 *
 *   → { id, entry, language, files: [[path, text]], about: [name] | null }   ← { id, mistakes, total, elsewhere, notes }
 */
import { readFrame, writeFrame } from "../../running/sandbox/child/channel";
import { findStyleNotes } from "../typescript/style";
import { createTypeService, type TypeService } from "../typescript/type-check";

interface Request {
  readonly id: string;
  readonly entry: string;
  readonly language: string;
  readonly files: readonly (readonly [path: string, text: string])[];
  /** Names of functions; null for all that there is. */
  readonly about: readonly string[] | null;
}

let service: TypeService | null = null;

function check({ id, entry, language, files, about }: Request): string {
  service ??= createTypeService(language);
  const sources = files.map(([path, text]) => ({ path, text }));
  const written = sources.find(({ path }) => path === entry)?.text ?? "";
  const found = service.check(sources, about === null ? undefined : new Set(about));
  return JSON.stringify({ id, ...found, notes: findStyleNotes(entry, written) });
}

writeFrame('{"ready":true}');
for (let text = readFrame(); text !== null; text = readFrame())
  writeFrame(check(JSON.parse(text) as Request));
