/** A zip archive as a tree. Nothing of it is written to disk. */
import { GraderFault } from "../contract/faults";
import type { Limits } from "../contract/limits";
import type { UnusableFiles } from "../contract/refusals";
import { compareNames } from "./file-name";
import { type FileTree, folderOf, type TreeItem } from "./file-tree";
import { Refusal } from "./read-source";
import { fault, refuse } from "./remarks";
import { type ArchiveEntry, openArchive } from "./zip-archive";

export interface ArchiveTree extends FileTree {
  close(): void;
}

const maxDepth = 64;
/** As file systems have them; an archive's may be 65,535. */
const maxNameBytes = 255;

/** Of an archive that lies inside something else and is read into memory as a whole. */
const maxNestedBytes = 64 * 1024 * 1024;

/** @param mostEntries as for `openArchive`. @throws Refusal, GraderFault */
export async function openArchiveTree(
  source: string | Buffer,
  name: string,
  mostEntries: number,
): Promise<ArchiveTree> {
  const archive = await openArchive(source, name, mostEntries);
  const { folders, files } = arrange(archive.entries, mostEntries);
  if (folders.size > mostEntries) {
    archive.close();
    throw new Refusal(refuse.crowdedArchive(name, mostEntries));
  }
  return {
    list: async (path) => {
      const items = folders.get(path);
      if (items === undefined) throw new GraderFault(fault.changed(path, "ENOENT"));
      return [...items.values()].sort((a, b) => compareNames(a.name, b.name));
    },
    read: async (path, maxBytes, name = path) => {
      const entry = files.get(path);
      if (entry === undefined) throw new GraderFault(fault.changed(path, "ENOENT"));
      if (entry === "twice") throw new Refusal(refuse.twiceInArchive(name));
      return entry.read(maxBytes, name);
    },
    measure: async (path) => {
      const entry = files.get(path);
      return entry === undefined || entry === "twice" ? 0 : entry.size;
    },
    ...(typeof source === "string" ? { origin: { kind: "archive", path: source, name, mostEntries } } : {}),
    close: archive.close,
  };
}

/** An archive that lies in a tree. @throws Refusal, GraderFault */
export async function openNestedArchive(
  tree: FileTree,
  path: string,
  { archiveEntries }: Limits,
): Promise<ArchiveTree> {
  return openArchiveTree(await tree.read(path, maxNestedBytes), path, archiveEntries);
}

type Folders = Map<string, Map<string, TreeItem>>;

/** Each entry may name as many folders as it is deep: they count as well, and past the limit nothing is arranged. */
function arrange(
  entries: readonly ArchiveEntry[],
  mostFolders: number,
): {
  readonly folders: Folders;
  readonly files: ReadonlyMap<string, ArchiveEntry | "twice">;
} {
  const folders: Folders = new Map([["", new Map()]]);
  const files = new Map<string, ArchiveEntry | "twice">();
  for (const entry of entries) {
    if (folders.size > mostFolders) break;
    const because = findObstacle(entry);
    if (because !== null) {
      folders.get("")?.set(entry.path, { kind: "unusable", name: entry.path, because });
      continue;
    }
    const path = splitPath(entry.path).join("/");
    if (entry.kind === "folder") addFolder(folders, path);
    else {
      addFolder(folders, folderOf(path)).set(path.slice(path.lastIndexOf("/") + 1), describe(entry, path));
      files.set(path, files.has(path) ? "twice" : entry);
    }
  }
  return { folders, files };
}

function describe({ kind }: ArchiveEntry, path: string): TreeItem {
  const name = path.slice(path.lastIndexOf("/") + 1);
  if (kind === "file" || kind === "folder") return { kind, name };
  return { kind: "unusable", name, because: kind === "link" ? "file-is-link" : "file-not-regular" };
}

function addFolder(folders: Folders, path: string): Map<string, TreeItem> {
  const known = folders.get(path);
  if (known !== undefined) return known;
  const items = new Map<string, TreeItem>();
  folders.set(path, items);
  const name = path.slice(path.lastIndexOf("/") + 1);
  addFolder(folders, folderOf(path)).set(name, { kind: "folder", name });
  return items;
}

const splitPath = (path: string): readonly string[] =>
  path.split("/").filter((part) => part !== "" && part !== ".");

function findObstacle({ path, isText }: ArchiveEntry): keyof UnusableFiles | null {
  if (!isText) return "file-name-not-utf8";
  const parts = splitPath(path);
  if (path.startsWith("/") || /^[A-Za-z]:\//.test(path) || parts.includes("..")) return "file-leads-outside";
  if (parts.some((part) => Buffer.byteLength(part) > maxNameBytes)) return "file-name-too-long";
  return parts.length > maxDepth ? "file-too-deep" : null;
}
