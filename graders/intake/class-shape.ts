/** Whether a path holds a class or one submission. Where it could be either, the person who grades is asked. */
import { UsageError } from "../contract/faults";
import { findTyped } from "../contract/find-typed";
import type { Limits } from "../contract/limits";
import type { SourceName } from "../contract/submission";
import { type FileTree, joinPath, nameOf, rememberLists, type TreeItem, takeParts } from "./file-tree";
import { findClasses, isDownload, listBelow } from "./find-classes";
import { listImported } from "./find-entry";
import {
  dropJunk,
  entryName,
  isClassEntry,
  isCodeName,
  isNearEntryName,
  isSourceName,
  isWrapperName,
} from "./handed-in-names";
import { ask } from "./remarks";
import type { ReadCode } from "./take-bounded";

export interface ShapeOptions {
  /** Name of the entry file: in a class, of whoever has several files that could be it. */
  readonly entry?: string;
  /** Names that were given before, for whoever is in doubt still. */
  readonly earlierEntries?: readonly string[];
  readonly as?: "class" | "one";
  readonly source?: SourceName;
}

export interface Place {
  readonly tree: FileTree;
  /** As it was typed. */
  readonly path: string;
  readonly isArchive: boolean;
  readonly limits: Limits;
  readonly readCode: ReadCode;
}

export type Shape = { readonly kind: "one" | "class"; readonly tree: FileTree };

const deepestWrapper = 8;

/** @throws UsageError when it could be either, or when the class lies one folder deeper */
export async function findShape(place: Place, options: ShapeOptions, depth = 0): Promise<Shape> {
  const { tree } = place;
  if (options.as !== undefined) return { kind: options.as, tree };
  const items = dropJunk(await tree.list(""));
  if (isDownload(items, options.source)) return { kind: "class", tree };
  const isOne = await isOneSubmission(place, items, options);
  if (isOne) return { kind: "one", tree };
  const [only, second] = items.filter(isClassEntry);
  if (only?.kind !== "folder" || second !== undefined) return askOfClasses(place, items, options);
  if (
    isWrapperName(only.name) &&
    (await isOneSubmission(descend(place, only.name), await listBelow(tree, only.name), options))
  )
    return { kind: "one", tree };
  if (place.isArchive && depth < deepestWrapper)
    return findShape(descend(place, only.name), options, depth + 1);
  return askOfClasses(place, items, options);
}

/** @throws UsageError where what lies there are classes */
async function askOfClasses(
  { tree, path, isArchive, readCode }: Place,
  items: readonly TreeItem[],
  { entry, source }: ShapeOptions,
): Promise<Shape> {
  const [first, ...others] = await findClasses({ tree, entry, source, readCode }, items);
  if (first === undefined) return { kind: "class", tree };
  if (others.length > 0) throw new UsageError(ask.whichClass(path, [first, ...others]));
  throw new UsageError(
    isArchive ? ask.whichClass(path, [first]) : ask.didYouMean(path, joinPath(path, first)),
  );
}

const descend = (place: Place, folder: string): Place => ({
  ...place,
  tree: rememberLists(takeParts(place.tree, { folder })),
});

async function isOneSubmission(
  place: Place,
  items: readonly TreeItem[],
  { entry }: ShapeOptions,
): Promise<boolean> {
  const { tree, path } = place;
  const files = items.filter(({ kind }) => kind !== "folder");
  if (entry !== undefined) return entry.includes("/") || isAmong(entry, files);
  const exact = items.find(({ name }) => name === entryName);
  const near = files.filter(({ name }) => name !== entryName && isNearEntryName(name));
  const named = exact ?? near[0];
  if (named === undefined) return importEachOther(place, files, items);
  const folders = items.filter(({ kind, name }) => kind === "folder" && name !== named.name);
  for (const { name } of folders) {
    const below = await listBelow(tree, name);
    if (below.some((one) => one.name === entryName))
      throw new UsageError(ask.classOrOne(path, named.name, name));
  }
  if (exact === undefined && near.length > 1)
    throw new UsageError(
      ask.severalEntries(
        path,
        near.map(({ name }) => name),
      ),
    );
  return true;
}

const isAmong = (typed: string, files: readonly TreeItem[]): boolean =>
  findTyped(
    nameOf(typed),
    files.map(({ name }) => name),
  ) !== undefined;

/**
 * Sources, or a notebook and sources, of which one reaches all others are one person's. Where one of them imports
 * another and the rest stands alone, or where two of them export a function of the same name, it may be a student who
 * imports neighbours.
 *
 * @throws UsageError then
 */
async function importEachOther(
  { tree, path, readCode }: Place,
  files: readonly TreeItem[],
  items: readonly TreeItem[],
): Promise<boolean> {
  const sources = files.filter(({ name, kind }) => kind === "file" && isCodeName(name));
  // Nobody imports a notebook.
  if (!sources.some(({ name }) => isSourceName(name))) return false;
  if (sources.length < 2 || sources.length < items.filter(isClassEntry).length) return false;
  const paths = sources.map(({ name }) => ({ path: name }));
  const read = (file: string): Promise<string> => readCode(tree, file);
  const imported = await listImported(tree, paths, read);
  if (imported.size === 0) return false;
  const roots = sources.filter(({ name }) => !imported.has(name));
  if (roots.length > 1 || (await exportAlike(paths, read)))
    throw new UsageError(ask.someImported(path, [...imported]));
  return true;
}

const exported = /^export (?:async )?(?:function\*?|const|let|class) +([\w$]{1,100})/gm;

/** Whether two sources declare an export of the same name, as the work of two people does. */
async function exportAlike(
  paths: readonly { readonly path: string }[],
  read: (path: string) => Promise<string>,
): Promise<boolean> {
  const known = new Set<string>();
  for (const { path } of paths) {
    const text = await read(path);
    const names = [...new Set([...text.matchAll(exported)].map(([, name = ""]) => name))];
    if (names.some((name) => known.has(name))) return true;
    for (const name of names) known.add(name);
  }
  return false;
}
