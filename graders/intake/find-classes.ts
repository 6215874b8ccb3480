/** Classes that lie below a path: in a folder around the class, or several classes side by side. */
import { mebibyte } from "../../reference/byte-sizes";
import type { SourceName } from "../contract/submission";
import { type FileTree, joinPath, nameOf, type TreeItem } from "./file-tree";
import { dropTypes, listImported } from "./find-entry";
import { dropJunk, isClassEntry, isNearEntryName, isSourceName, isWrapperName } from "./handed-in-names";
import { recognisePlatform } from "./platforms/recognise";
import type { ReadCode } from "./take-bounded";

export interface Below {
  readonly tree: FileTree;
  readonly readCode: ReadCode;
  /** Name of the entry file. */
  readonly entry?: string | undefined;
  readonly source?: SourceName | undefined;
}

/** Somebody's work, nobody's, or the classes that lie there. */
type Found = "one" | "nothing" | readonly string[];

const deepest = 8;

/** What one person handed in may be as wide and as long as that person likes, and this is only to help whoever grades. */
interface Left {
  lists: number;
  bytes: number;
}

type Looking = Below & { readonly left: Left };

/** None where some folder holds the work of one person: then they all do, well or badly packed. */
export async function findClasses(below: Below, items: readonly TreeItem[]): Promise<readonly string[]> {
  const left = { lists: 20_000, bytes: 8 * mebibyte };
  const found = await lookInto({ ...below, left }, "", items.filter(isClassEntry), 0);
  return typeof found === "string" ? [] : found;
}

/** @returns what there is in all of them, "one" as soon as some hold one person's work */
async function lookInto(
  below: Looking,
  folder: string,
  entries: readonly TreeItem[],
  depth: number,
): Promise<Found> {
  let classes: readonly string[] = [];
  for (const { name, kind } of entries) {
    const found = kind === "folder" ? await classify(below, joinPath(folder, name), depth) : "one";
    if (found === "one") return found;
    if (found !== "nothing") classes = [...classes, ...found];
  }
  return classes.length === 0 ? "nothing" : classes;
}

async function classify(below: Looking, folder: string, depth: number): Promise<Found> {
  below.left.lists -= 1;
  if (below.left.lists < 0) return "one";
  const items = await listBelow(below.tree, folder);
  if (isDownload(items, below.source)) return [folder];
  const entries = items.filter(isClassEntry);
  if (entries.length === 0) return "nothing";
  if (holdsEntry(items, below.entry)) return "one";
  if ((await countSubmissions(below, folder, entries)) > 1) return [folder];
  return depth < deepest ? lookInto(below, folder, entries, depth + 1) : "one";
}

/** What would be one person's each. Of files that import one another, and those beside the only folder with work, all are one's. */
async function countSubmissions(
  { tree, readCode, entry, left }: Looking,
  folder: string,
  entries: readonly TreeItem[],
): Promise<number> {
  let folders = 0;
  for (const { name, kind } of entries) {
    if (kind === "folder") left.lists -= 1;
    const isListed = kind === "folder" && left.lists >= 0;
    const below = isListed ? await listBelow(tree, joinPath(folder, name)) : [];
    if (holdsEntry(below, entry) && !isWrapperName(name)) folders += 1;
  }
  // Whose entry has a name that was told has no other.
  if (folders > 1 || entry !== undefined) return folders;
  const paths = entries.flatMap(({ name, kind }) =>
    kind === "file" ? [{ path: joinPath(folder, name) }] : [],
  );
  // What is left unread imports nothing.
  const read = async (path: string): Promise<string> => {
    const text = left.bytes < 0 ? "" : await readCode(tree, path);
    left.bytes -= text.length;
    return text;
  };
  const isSource = ({ path }: { readonly path: string }): boolean => isSourceName(nameOf(path));
  const files = folders === 1 ? paths.filter((one) => !isSource(one)) : await dropTypes(paths, read);
  const sources = files.filter(isSource);
  const imported = sources.length < 2 ? 0 : (await listImported(tree, sources, read)).size;
  return folders + (imported === 0 ? files.length : 0);
}

export const isDownload = (items: readonly TreeItem[], source: SourceName | undefined): boolean =>
  recognisePlatform(
    items.map(({ name, kind }) => ({ name, isFolder: kind === "folder" })),
    source,
  ).groups.length > 0;

export const listBelow = async (tree: FileTree, folder: string): Promise<readonly TreeItem[]> =>
  dropJunk(await tree.list(folder).catch(() => []));

const holdsEntry = (items: readonly TreeItem[], entry: string | undefined): boolean =>
  items.some(({ name }) => (entry === undefined ? isNearEntryName(name) : name === nameOf(entry)));
