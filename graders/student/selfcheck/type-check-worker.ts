/**
 * The type-check process: reads one submission at a time from descriptor 3, and may be killed by what it reads (a
 * type can take for ever to work out).
 *
 *   → { id, entry, language, files: [[path, text]], about: [name] | null }   ← { id, mistakes, total, elsewhere, notes }
 */
import { getPriority, setPriority } from "node:os";
import { readFrame, writeFrame } from "../../running/sandbox/child/channel";
import type { TypeService } from "../typescript/type-check";

interface Request {
  readonly id: string;
  readonly entry: string;
  readonly language: string;
  readonly files: readonly (readonly [path: string, text: string])[];
  /** Names of functions; null for all that there is. */
  readonly about: readonly string[] | null;
}

/** What runs the submission at the same time is waited for by somebody. */
const politeness = 5;
setPriority(Math.min(getPriority() + politeness, 19));

// Loading TypeScript is most of the work.
const { findStyleNotes }: typeof import("../typescript/style") = require("../typescript/style");
const { createTypeService }: typeof import("../typescript/type-check") = require("../typescript/type-check");

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
