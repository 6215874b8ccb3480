/** What a source imports that a submission will not find: no file of its own, and no module of Node's. */
import { isBuiltin } from "node:module";
import { posix } from "node:path";
import { isRelative, sayMissing } from "../sandbox/child/missing";
import { editText } from "./cells/edits";
import { ts } from "./compiler-api";

export interface MissingImport {
  /** As it is written. */
  readonly name: string;
  /** Of the source, counted from 1. */
  readonly line: number;
  /** Of the name in its line, counted from 1. */
  readonly column: number;
  readonly says: string;
  /** It brings no name that could be used. */
  readonly isNameless: boolean;
}

export interface Missing {
  readonly imports: readonly MissingImport[];
  /** Without the imports of them that bring no name: nothing could stop at what they lack. */
  readonly text: string;
}

/** What importing a file says, by its path as the loader will find it; null for what is there. */
export type Lacks = ReadonlyMap<string, string | null>;

/** Reads words alone, without a parser. @param files all of the submission */
export function findMissing(path: string, text: string, files: Lacks): Missing {
  if (!/\b(?:import|from)\b/.test(text)) return { imports: [], text };
  const found = ts
    .preProcessFile(text, true, true)
    .importedFiles.filter(({ pos }) => /\b(?:import|from)\s*["']$/.test(lookBack(text, pos)))
    .filter(({ fileName }) => isMissing(path, fileName, files))
    .slice(0, mostLooked);
  const edits = editText(text);
  for (const { pos, fileName } of found) {
    const [nameless] = effects.exec(lookBack(text, pos)) ?? [];
    const end = pos + fileName.length + 2;
    // A name with an escape is as long as nobody knows.
    const isPlain = text[end - 1] === text[pos];
    if (nameless !== undefined && isPlain) edits.blank(pos + 1 - nameless.length, end, ";");
  }
  const imports = found.map(({ fileName: name, pos }) => {
    const says = findFile(path, name, files) ?? sayMissing(path, name);
    const above = text.slice(0, pos).split("\n");
    const [line, column] = [above.length, (above.at(-1)?.length ?? 0) + 1];
    return {
      name,
      line,
      column,
      says: `Error: ${says}`.slice(0, longestSaid),
      isNameless: effects.test(lookBack(text, pos)),
    };
  });
  return { imports, text: edits.apply() };
}

/** `import "…"` and `export * from "…"`, up to the name. */
const effects = /\b(?:import|export\s*\*\s*from)\s*["']$/;
/** Nobody writes more by hand. */
const mostLooked = 200;
/** Characters: a path and a name can each be as long as a file. */
const longestSaid = 500;
/** Characters from `export` to the quote before a name. */
const longest = 100;

function lookBack(text: string, pos: number): string {
  return text.slice(Math.max(0, pos - longest), pos + 1);
}

function isMissing(importer: string, name: string, files: Lacks): boolean {
  return isRelative(name) ? findFile(importer, name, files) !== null : !isBuiltin(name);
}

/** What its file says, null where it is there; undefined where there is no such file. */
function findFile(importer: string, name: string, files: Lacks): string | null | undefined {
  const path = posix.join(posix.dirname(importer), name).replace(/\/$/, "");
  return [path, `${path}.ts`, path.replace(/\.js$/, ".ts"), posix.join(path, "index.ts")]
    .map((one) => files.get(one))
    .find((one) => one !== undefined);
}
