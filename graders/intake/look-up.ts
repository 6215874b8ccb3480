/** Finds the file that a relative import means, as Node, a bundler or a student's own system would. */

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

/** Path that a relative specifier means, by text alone; null where ".." leads out of what was handed in. */
export function resolvePath(importer: string, specifier: string): string | null {
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
    const step = pick(dropJunk(await tree.list(found.path)), part, index < parts.length - 1);
    if (step === null) return null;
    const isSameCase = found.isSameCase && step.isSameCase;
    found = { path: joinPath(found.path, step.item.name), item: step.item, isSameCase };
  }
  return found;
}

function pick(items: readonly TreeItem[], part: string, isFolder: boolean): Omit<FoundFile, "path"> | null {
  const fitting = items.filter(({ kind }) => (kind === "folder") === isFolder);
  const wanted = part.normalize("NFC");
  const exact =
    fitting.find(({ name }) => name === part) ?? fitting.find(({ name }) => name.normalize("NFC") === wanted);
  if (exact !== undefined) return { item: exact, isSameCase: true };
  const folded = wanted.toLowerCase();
  const [near, second] = fitting.filter(({ name }) => name.normalize("NFC").toLowerCase() === folded);
  return near === undefined || second !== undefined ? null : { item: near, isSameCase: false };
}
