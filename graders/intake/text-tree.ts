/** Texts that stand nowhere yet, as a tree. */
import { GraderFault } from "../contract/faults";
import { compareNames } from "./file-name";
import { type FileTree, joinPath, type TreeItem } from "./file-tree";
import { fault } from "./remarks";

export interface TextFile {
  readonly path: string;
  readonly text: string;
}

export function openTextTree(files: readonly TextFile[]): FileTree {
  const texts = new Map(files.map(({ path, text }) => [path, text]));
  return {
    list: async (folder) => {
      const start = joinPath(folder, "x").slice(0, -1);
      const items = new Map<string, TreeItem>();
      for (const path of texts.keys()) {
        if (!path.startsWith(start)) continue;
        const [name = "", below] = path.slice(start.length).split("/");
        items.set(name, { kind: below === undefined ? "file" : "folder", name });
      }
      return [...items.values()].sort((a, b) => compareNames(a.name, b.name));
    },
    read: async (path) => {
      const text = texts.get(path);
      if (text === undefined) throw new GraderFault(fault.changed(path, "ENOENT"));
      return Buffer.from(text, "utf8");
    },
  };
}
