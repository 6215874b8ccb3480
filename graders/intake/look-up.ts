/** Finds the file that a relative import means, as Node, a bundler or a student's own system would. */

import { normalise } from "../contract/normalise";
import { remember } from "../contract/remember";
import { type FileTree, folderOf, joinPath, nameOf, type TreeItem } from "./file-tree";
import { dropJunk } from "./handed-in-names";

export interface FoundFile {
  readonly path: string;
  readonly item: TreeItem;
  /** False when only upper and lower case differ from what was imported. */
  readonly isSameCase: boolean;
}

const ends = ["", ".ts", ".tsx", ".mts", ".cts", ".js", ".mjs", ".cjs", ".jsx", ".ts.txt"] as const;
const compiledEnds = [
  [/\.js$/, [".ts", ".tsx"]],
  [/\.mjs$/, [".mts"]],
  [/\.cjs$/, [".cts"]],
] as const;

export function isRelative(specifier: string): boolean {
  return /^\.{1,2}(\/|$)/.test(specifier);
}

/** No system has paths of more characters. */
const longestPath = 4_096;

/** Path that a relative specifier means, by text alone; null where ".." leads out of what was handed in, or nothing can lie. */
export function resolvePath(importer: string, specifier: string): string | null {
  if (specifier.length > longestPath) return null;
  const parts = folderOf(importer).split("/").filter(Boolean);
  for (const part of specifier.split("/")) {
    if (part === "..") {
      if (parts.pop() === undefined) return null;
    } else if (part !== "." && part !== "") {
      parts.push(part);
    }
  }
  return parts.join("/");
}

/** Names are compared in one Unicode form; one that differs in case alone only counts when no other fits. */
export async function lookUp(tree: FileTree, path: string): Promise<FoundFile | null> {
  let otherCase: FoundFile | null = null;
  const known: Folders = new Map();
  for (const candidate of listCandidates(path)) {
    const found = await walk(tree, candidate, known);
    if (found?.isSameCase === true) return found;
    otherCase ??= found;
  }
  return otherCase;
}

function listCandidates(path: string): readonly string[] {
  const swapped = compiledEnds.flatMap(([end, sources]) =>
    end.test(path) ? sources.map((source) => path.replace(end, source)) : [],
  );
  const named = path === "" ? [] : [...ends.map((end) => path + end), ...swapped];
  return [...named, ...ends.slice(1).map((end) => joinPath(path, `index${end}`))];
}

/** Of the candidates for one import, which lie in two folders at most. */
type Folders = Map<string, FoundFile | null>;

/** Only a file is found, or what stands where one should. */
async function walk(tree: FileTree, path: string, known: Folders): Promise<FoundFile | null> {
  const folder = folderOf(path);
  const above = known.get(folder);
  const found = above === undefined ? await walkDown(tree, folder) : above;
  known.set(folder, found);
  return found === null ? null : step(tree, found, { part: nameOf(path), isFolder: false });
}

/** Down from the root, part by part. */
async function walkDown(tree: FileTree, folder: string): Promise<FoundFile | null> {
  let found: FoundFile | null = { path: "", item: { kind: "folder", name: "" }, isSameCase: true };
  for (const part of folder === "" ? [] : folder.split("/"))
    found = found === null ? null : await step(tree, found, { part, isFolder: true });
  return found;
}

async function step(
  tree: FileTree,
  from: FoundFile,
  { part, isFolder }: { readonly part: string; readonly isFolder: boolean },
): Promise<FoundFile | null> {
  const next = pick(await tree.list(from.path), part, isFolder);
  if (next === null) return null;
  return {
    path: joinPath(from.path, next.item.name),
    item: next.item,
    isSameCase: from.isSameCase && next.isSameCase,
  };
}

function pick(items: readonly TreeItem[], part: string, isFolder: boolean): Omit<FoundFile, "path"> | null {
  const { byName, byForm, byFolded } = indexNames(items)[isFolder ? "folders" : "files"];
  const same = byName.get(part);
  if (same !== undefined) return { item: same, isSameCase: true };
  const wanted = normalise(part, "NFC");
  const exact = byForm.get(wanted);
  if (exact !== undefined) return { item: exact, isSameCase: true };
  const near = byFolded.get(wanted.toLowerCase());
  return near === undefined || near === "several" ? null : { item: near, isSameCase: false };
}

/** A folder may hold tens of thousands of files, and a source import as many. */
const indexNames = remember((items: readonly TreeItem[]) => {
  const [files, folders] = [new Names(), new Names()];
  for (const item of dropJunk(items)) (item.kind === "folder" ? folders : files).add(item);
  return { files, folders };
});

/** The first of each name; what differs in case alone has to be the only one. */
class Names {
  readonly byName = new Map<string, TreeItem>();
  readonly byForm = new Map<string, TreeItem>();
  readonly byFolded = new Map<string, TreeItem | "several">();

  add(item: TreeItem): void {
    const form = normalise(item.name, "NFC");
    const folded = form.toLowerCase();
    if (!this.byName.has(item.name)) this.byName.set(item.name, item);
    if (!this.byForm.has(form)) this.byForm.set(form, item);
    this.byFolded.set(folded, this.byFolded.has(folded) ? "several" : item);
  }
}
