/** From what was read to what is compiled: every file under a name that ends in ".ts" and that imports lead to. */
import { normalise } from "../contract/normalise";
import type { SourceFile } from "../contract/submission";
import { compareNames } from "./file-name";
import { folderOf } from "./file-tree";
import { toCompiledName } from "./handed-in-names";
import { resolvePath } from "./look-up";
import type { Import, ReachedFile } from "./reach";
import { isJson } from "./reach";
import { importing } from "./remarks";

export interface WrittenFiles {
  readonly entry: string;
  /** In the order of their paths. */
  readonly files: readonly SourceFile[];
  /** Those that were handed in, without the ones that only lead to them. */
  readonly handedIn: readonly SourceFile[];
}

/** @param files the entry first; paths lie below `base`, which is left out of them */
export function writeFiles(
  files: readonly ReachedFile[],
  imports: readonly Import[],
  base: string,
): WrittenFiles {
  const shorten = (path: string): string => (base === "" ? path : path.slice(base.length + 1));
  const names = nameFiles(files.map(({ path }) => shorten(path)));
  const written = new Map<string, SourceFile>();
  for (const { path, text, bytes } of files) {
    const name = names.get(shorten(path)) as string;
    const origin = { path: shorten(path), text };
    const isAsIs = name === origin.path && !isJson(path);
    written.set(name, {
      path: name,
      ...(isJson(path) ? writeJson(origin.path, text) : { text }),
      bytes,
      ...(isAsIs ? {} : { origin }),
    });
  }
  const handedIn = files.map((file) => ({ ...file, path: names.get(shorten(file.path)) as string }));
  for (const one of imports) {
    const importer = names.get(shorten(one.importer)) as string;
    const target = one.target === null ? null : (names.get(shorten(one.target)) as string);
    const lead = writeLead(written, { ...one, importer, target });
    if (lead !== null) written.set(lead.path, lead);
  }
  const inOrder = [...written.values()].sort((a, b) => compareNames(a.path, b.path));
  return { entry: names.get(shorten(files[0]?.path ?? "")) as string, files: inOrder, handedIn };
}

/** "lib.js" is "lib.ts" unless there is one; then it is "lib.js.ts". A name that ends in ".ts" stays. */
function nameFiles(paths: readonly string[]): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const taken = new Set(paths.filter((path) => toCompiledName(path) === path && /\.ts$/.test(path)));
  for (const path of paths) {
    if (taken.has(path)) {
      names.set(path, path);
      continue;
    }
    const wanted = isJson(path) ? `${normalise(path, "NFC")}.ts` : toCompiledName(path);
    const name = taken.has(wanted) ? `${path}.ts` : wanted;
    names.set(path, name);
    taken.add(name);
  }
  return names;
}

/** `export =` gives default, named and whole imports what Node gives them. */
function writeJson(path: string, text: string): Written {
  try {
    JSON.parse(text);
  } catch {
    return writeThrow(importing.badJson(path));
  }
  return { text: `const data = JSON.parse(${JSON.stringify(text)});\nexport = data;\n` };
}

/** A file that leads from what was written in an import to the file it means, where those are not the same. */
function writeLead(written: ReadonlyMap<string, SourceFile>, one: Import): SourceFile | null {
  const { importer, specifier, target } = one;
  const path = resolvePath(importer, specifier);
  if (path === null || path === "") return null;
  const reached = [path, `${path}.ts`, path.replace(/\.js$/, ".ts"), `${path}/index.ts`].find((name) =>
    written.has(name),
  );
  if (reached === target && target !== null) return null;
  if (target === null) {
    if (reached !== undefined || !isJson(specifier)) return null;
    return lead(`${path}.ts`, writeThrow(importing.noJson(importer, specifier)));
  }
  return reached === undefined || reached !== `${path}.ts`
    ? lead(`${path}.ts`, {
        text: `import meant = require(${JSON.stringify(relate(path, target))});\nexport = meant;\n`,
      })
    : null;
}

type Written = Pick<SourceFile, "text" | "lacks">;

const writeThrow = (says: string): Written => ({
  text: `throw new Error(${JSON.stringify(says)});\n`,
  lacks: says,
});

function lead(path: string, written: Written): SourceFile {
  return { path, ...written, bytes: Buffer.byteLength(written.text), origin: null };
}

function relate(from: string, to: string): string {
  const up = folderOf(from)
    .split("/")
    .filter(Boolean)
    .map(() => "..");
  return `./${[...up, to.replace(/\.ts$/, "")].join("/")}`;
}
