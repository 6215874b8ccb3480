/** Whether a path holds a class or one submission. Where it could be either, the person who grades is asked. */
import { UsageError } from "../contract/faults";
import type { Limits } from "../contract/limits";
import type { SourceName } from "../contract/submission";
import { type FileTree, joinPath, nameOf, type TreeItem, takeParts } from "./file-tree";
import { decodeIfPossible, listImported } from "./find-entry";
import {
  dropJunk,
  entryName,
  isCodeName,
  isConfigurationName,
  isForeignArchiveName,
  isNearEntryName,
  isNotebookName,
  isSourceName,
  isZipName,
} from "./handed-in-names";
import { recognisePlatform } from "./platforms/recognise";
import { ask } from "./remarks";

export interface ShapeOptions {
  /** Name of the entry file. */
  readonly entry?: string;
  readonly as?: "class" | "one";
  readonly source?: SourceName;
}

export interface Place {
  readonly tree: FileTree;
  /** As it was typed. */
  readonly path: string;
  readonly isArchive: boolean;
  readonly limits: Limits;
}

export type Shape = { readonly kind: "one" | "class"; readonly tree: FileTree };

/** Names of folders that hold the work of one person, not of one each. */
const wrappers = /^(?:src|source|code|lib|work|submission)$/i;
const deepestWrapper = 8;

/** @throws UsageError when it could be either, or when the class lies one folder deeper */
export async function findShape(place: Place, options: ShapeOptions, depth = 0): Promise<Shape> {
  const { tree } = place;
  if (options.as !== undefined) return { kind: options.as, tree };
  const items = dropJunk(await tree.list(""));
  if (isDownload(items, options)) return { kind: "class", tree };
  const isOne = await isOneSubmission(place, items, options);
  if (isOne) return { kind: "one", tree };
  const candidates = items.filter(isClassEntry);
  const [only, second] = candidates;
  if (only?.kind !== "folder" || second !== undefined) return { kind: "class", tree };
  if (
    wrappers.test(only.name) &&
    (await isOneSubmission(descend(place, only.name), await listBelow(tree, only.name), options))
  )
    return { kind: "one", tree };
  if (place.isArchive && depth < deepestWrapper)
    return findShape(descend(place, only.name), options, depth + 1);
  if (await isClassFolder(tree, only.name, options))
    throw new UsageError(ask.didYouMean(place.path, joinPath(place.path, only.name)));
  return { kind: "class", tree };
}

const descend = (place: Place, folder: string): Place => ({
  ...place,
  tree: takeParts(place.tree, { folder }),
});

const listBelow = async (tree: FileTree, folder: string): Promise<readonly TreeItem[]> =>
  dropJunk(await tree.list(folder).catch(() => []));

const describeItems = (items: readonly TreeItem[]) =>
  items.map(({ name, kind }) => ({ name, isFolder: kind === "folder" }));

const isDownload = (items: readonly TreeItem[], { source }: ShapeOptions): boolean =>
  recognisePlatform(describeItems(items), source).groups.length > 0;

/** What may be somebody's submission in a class: a folder, work in a file, or something that cannot be opened. */
export function isClassEntry(item: TreeItem): boolean {
  if (item.kind !== "file") return true;
  if (isConfigurationName(item.name)) return false;
  const kinds = [isSourceName, isNotebookName, isZipName, isForeignArchiveName];
  return kinds.some((isOfKind) => isOfKind(item.name));
}

async function isOneSubmission(
  place: Place,
  items: readonly TreeItem[],
  { entry }: ShapeOptions,
): Promise<boolean> {
  const { tree, path } = place;
  const files = items.filter(({ kind }) => kind !== "folder");
  if (entry !== undefined) return files.some(({ name }) => name === nameOf(entry)) || entry.includes("/");
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

/**
 * Sources, or a notebook and sources, of which one reaches all others are one person's. Where one of them imports
 * another and the rest stands alone, or where two of them export a function of the same name, it may be a student who
 * imports neighbours.
 *
 * @throws UsageError then
 */
async function importEachOther(
  { tree, path, limits }: Place,
  files: readonly TreeItem[],
  items: readonly TreeItem[],
): Promise<boolean> {
  const sources = files.filter(({ name, kind }) => kind === "file" && isCodeName(name));
  // Nobody imports a notebook.
  if (!sources.some(({ name }) => isSourceName(name))) return false;
  if (sources.length < 2 || sources.length < items.filter(isClassEntry).length) return false;
  const paths = sources.map(({ name }) => ({ path: name }));
  const imported = await listImported(tree, paths, limits);
  if (imported.size === 0) return false;
  const roots = sources.filter(({ name }) => !imported.has(name));
  if (roots.length > 1 || (await exportAlike(tree, paths, limits)))
    throw new UsageError(ask.someImported(path, [...imported]));
  return true;
}

const exported = /^export (?:async )?(?:function\*?|const|let|class) +([\w$]{1,100})/gm;

/** Whether two sources declare an export of the same name, as the work of two people does. */
async function exportAlike(
  tree: FileTree,
  paths: readonly { readonly path: string }[],
  limits: Limits,
): Promise<boolean> {
  const known = new Set<string>();
  for (const { path } of paths) {
    const text = await decodeIfPossible(tree, path, limits);
    const names = [...new Set([...text.matchAll(exported)].map(([, name = ""]) => name))];
    if (names.some((name) => known.has(name))) return true;
    for (const name of names) known.add(name);
  }
  return false;
}

async function isClassFolder(tree: FileTree, folder: string, options: ShapeOptions): Promise<boolean> {
  const items = await listBelow(tree, folder);
  if (isDownload(items, options)) return true;
  if (items.some(({ name }) => isNearEntryName(name))) return false;
  let submissions = 0;
  for (const item of items) {
    const below = item.kind === "folder" ? await listBelow(tree, joinPath(folder, item.name)) : [];
    if (below.some(({ name }) => isNearEntryName(name))) submissions += 1;
  }
  return submissions > 1;
}
