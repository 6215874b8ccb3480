/** Finds the file that a relative import means, as Node, a bundler or a student's own system would. */

import { normalise } from "../contract/normalise";
import { remember } from "../contract/remember";
import { type FileTree, folderOf, joinPath, type TreeItem } from "./file-tree";
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
  for (const candidate of listCandidates(path)) {
    const found = await walk(tree, candidate);
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

/** Down from the root, part by part. Only a file is found, or what stands where one should. */
async function walk(tree: FileTree, path: string): Promise<FoundFile | null> {
  const parts = path.split("/");
  let found: FoundFile = { path: "", item: { kind: "folder", name: "" }, isSameCase: true };
  for (const [index, part] of parts.entries()) {
    const step = pick(await tree.list(found.path), part, index < parts.length - 1);
    if (step === null) return null;
    const isSameCase = found.isSameCase && step.isSameCase;
    found = { path: joinPath(found.path, step.item.name), item: step.item, isSameCase };
  }
  return found;
}

function pick(items: readonly TreeItem[], part: string, isFolder: boolean): Omit<FoundFile, "path"> | null {
  const { byName, byForm, byFolded } = indexNames(items)[isFolder ? "folders" : "files"];
  const wanted = normalise(part, "NFC");
  const exact = byName.get(part) ?? byForm.get(wanted);
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
