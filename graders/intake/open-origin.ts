/** Opens a tree anew from where it lies, as another process does that was told of it. */
import { openDiskTree } from "./disk-tree";
import { type FileTree, type TreeOrigin, takeParts } from "./file-tree";
import { openArchiveTree } from "./zip-tree";

/** @param open what was opened before: a class's archive may list a hundred thousand files. @throws Refusal, GraderFault */
export async function openOrigin(origin: TreeOrigin, open: Map<string, FileTree>): Promise<FileTree> {
  if (origin.kind === "parts") return takeParts(await openOrigin(origin.of, open), origin.parts);
  const key = JSON.stringify(origin);
  const tree = open.get(key) ?? (await openWhole(origin));
  open.set(key, tree);
  return tree;
}

async function openWhole(origin: Exclude<TreeOrigin, { kind: "parts" }>): Promise<FileTree> {
  if (origin.kind === "folder") return openDiskTree(origin.root, origin.folderEntries);
  return openArchiveTree(origin.path, origin.name, origin.mostEntries);
}
