/** A real folder as a tree: links are not followed, also not those that are put there while it is read. */
import type { Dirent } from "node:fs";
import { lstat, opendir, realpath } from "node:fs/promises";
import { join } from "node:path";
import { compareNames } from "./file-name";
import { type FileTree, nameOf, type TreeItem } from "./file-tree";
import { explainSystemError, Refusal, readSource } from "./read-source";
import { refuse } from "./remarks";

/**
 * @param root an absolute path without links in it
 * @param folderEntries how many entries one folder may hold
 */
export function openDiskTree(root: string, folderEntries: number): FileTree {
  return {
    list: async (path) => {
      const folder = join(root, path);
      const name = nameOf(path) || nameOf(root);
      try {
        await expectNoLink(folder, name);
        const items = await listFolder(folder, folderEntries);
        await expectNoLink(folder, name);
        return items.sort((a, b) => compareNames(a.name, b.name));
      } catch (error) {
        throw explainSystemError(error, name);
      }
    },
    read: (path, maxBytes, name = path) => readSource(join(root, path), name, maxBytes),
    // Whoever reads it says why it cannot be looked at.
    measure: async (path) => (await lstat(join(root, path)).catch(() => null))?.size ?? Infinity,
    origin: { kind: "folder", root, folderEntries },
  };
}

async function expectNoLink(folder: string, name: string): Promise<void> {
  if ((await realpath(folder)) !== folder) throw new Refusal(refuse.unusable(name, "file-is-link"));
}

async function listFolder(folder: string, folderEntries: number): Promise<TreeItem[]> {
  const items: TreeItem[] = [];
  // One character for each byte, since a name need not be text.
  for await (const item of await opendir(folder, { encoding: "latin1" })) {
    if (items.length >= folderEntries) throw new Refusal(refuse.tooManyEntries(folderEntries));
    items.push(describeItem(item));
  }
  return items;
}

function describeItem(item: Dirent): TreeItem {
  const { name, isText } = decodeName(Buffer.from(item.name, "latin1"));
  if (!isText) return { kind: "unusable", name, because: "file-name-not-utf8" };
  if (item.isDirectory()) return { kind: "folder", name };
  if (item.isFile()) return { kind: "file", name };
  return {
    kind: "unusable",
    name,
    because: item.isSymbolicLink() ? "file-is-link" : "file-not-regular",
  };
}

/** A name that is no UTF-8 is written out byte by byte where it is none, so that two such names stay two. */
function decodeName(bytes: Buffer): { readonly name: string; readonly isText: boolean } {
  try {
    return { name: new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes), isText: true };
  } catch {
    const shown = [...bytes].map((byte) =>
      byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : `<${byte.toString(16).padStart(2, "0")}>`,
    );
    return { name: shown.join(""), isText: false };
  }
}
