/**
 * Loads a submission from the texts it was sent as: a small CommonJS loader over a map of files. Nothing is read
 * from disk; a relative import finds a file of the submission, anything else one of Node's own modules or nothing.
 */
import { requireDisarmed } from "./disarm";
import { isRelative, sayMissing } from "./missing";
import { apply, compileFunction, isBuiltinModule, types } from "./primitives";

interface StudentModule {
  exports: unknown;
}

/** Compiled texts by path, as handed in ("submission.ts", "lib/convolution.ts"). */
export type Texts = ReadonlyMap<string, string>;

export interface LoadedEntry {
  /** The entry's `module.exports`, as far as its top-level code came. */
  readonly exports: unknown;
  /** What that code threw, if it did. */
  readonly failure: Failure | null;
  /** What files still wait for at their top level: each comes to what it threw, or to nothing. */
  readonly waiting: readonly Promise<Failure | null>[];
}

export interface Failure {
  readonly error: unknown;
}

export function loadEntry(entry: string, texts: Texts): LoadedEntry {
  const loaded: Loaded = { modules: new Map(), waiting: [] };
  const { modules, waiting } = loaded;
  try {
    return { exports: loadModule(entry, texts, loaded).exports, failure: null, waiting };
  } catch (error) {
    return { exports: modules.get(entry)?.exports, failure: { error }, waiting };
  }
}

interface Loaded {
  readonly modules: Map<string, StudentModule>;
  readonly waiting: Promise<Failure | null>[];
}

/** Listens at once, so that nothing is thrown unheard. */
async function waitFor(promised: unknown): Promise<Failure | null> {
  try {
    await promised;
    return null;
  } catch (error) {
    return { error };
  }
}

function loadModule(path: string, texts: Texts, loaded: Loaded): StudentModule {
  const { modules, waiting } = loaded;
  const known = modules.get(path);
  if (known !== undefined) return known;
  const module: StudentModule = { exports: {} };
  // Registered first, so that files may import each other in a circle.
  modules.set(path, module);
  const load = (specifier: string): unknown => {
    const target = findModule(path, specifier, texts);
    return target === null ? requireBuiltin(path, specifier) : loadModule(target, texts, loaded).exports;
  };
  const names = ["exports", "require", "module", "__filename", "__dirname"];
  const run = compileFunction(texts.get(path) ?? "", names, { filename: path });
  const promised: unknown = apply(run, module.exports, [module.exports, load, module, path, folderOf(path)]);
  if (types.isPromise(promised)) waiting[waiting.length] = waitFor(promised);
  return module;
}

/** Path of the file that a relative import means, or null when the import is not relative. */
function findModule(importer: string, specifier: string, texts: Texts): string | null {
  if (!isRelative(specifier)) return null;
  const path = joinPath(folderOf(importer), specifier);
  const candidates = [
    path,
    `${path}.ts`,
    path?.replace(/\.js$/, ".ts"),
    path === "" ? "index.ts" : `${path}/index.ts`,
  ];
  const found =
    path === null ? undefined : candidates.find((one) => one !== null && one !== undefined && texts.has(one));
  if (found !== undefined) return found;
  throw new Error(sayMissing(importer, specifier));
}

function requireBuiltin(importer: string, specifier: string): unknown {
  if (typeof specifier === "string" && isBuiltinModule(specifier)) return requireDisarmed(specifier);
  throw new Error(sayMissing(importer, specifier));
}

function folderOf(path: string): string {
  return path.includes("/") ? path.slice(0, path.lastIndexOf("/")) : "";
}

/** Joins by text alone; null where ".." leads out of the submission. */
function joinPath(folder: string, relative: string): string | null {
  const parts = folder === "" ? [] : folder.split("/");
  for (const part of relative.split("/")) {
    if (part === "..") {
      if (parts.pop() === undefined) return null;
    } else if (part !== "." && part !== "") {
      parts.push(part);
    }
  }
  return parts.join("/");
}
