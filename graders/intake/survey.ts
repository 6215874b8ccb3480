/** Looks through everything handed in, without opening a file, from the top down and only so far. */

import { GraderFault } from "../contract/faults";
import type { Limits } from "../contract/limits";
import type { LeftAside } from "../contract/submission";
import { type FileTree, joinPath, type TreeItem } from "./file-tree";
import { dropJunk } from "./handed-in-names";
import { Refusal } from "./read-source";
import { aside } from "./remarks";

export interface Survey {
  /** Files, and what stands where a file might, from the top down. */
  readonly files: readonly SurveyedFile[];
  readonly folders: readonly string[];
  /** Folders that were not looked into. */
  readonly leftAside: readonly LeftAside[];
}

export interface SurveyedFile {
  readonly path: string;
  /** Folders above it. */
  readonly depth: number;
  readonly item: TreeItem;
}

/** @throws Refusal, GraderFault when the top itself cannot be listed */
export async function surveyTree(tree: FileTree, limits: Limits): Promise<Survey> {
  const files: SurveyedFile[] = [];
  const folders: string[] = [];
  const leftAside: LeftAside[] = [];
  const waiting = [{ path: "", depth: 0 }];
  let entries = 0;
  for (let folder = waiting.shift(); folder !== undefined; folder = waiting.shift()) {
    const items = await listIfPossible(tree, folder.path);
    entries += items?.length ?? 0;
    if (items === null) leftAside.push({ name: folder.path, because: aside.unreadFolder(folder.path) });
    for (const item of dropJunk(items ?? [])) {
      const path = joinPath(folder.path, item.name);
      if (item.kind !== "folder") files.push({ path, depth: folder.depth, item });
      else {
        folders.push(path);
        if (folder.depth < limits.sourceDepth && entries < limits.folderEntries)
          waiting.push({ path, depth: folder.depth + 1 });
        else leftAside.push({ name: path, because: aside.moreFiles(path) });
      }
    }
  }
  return { files, folders, leftAside };
}

async function listIfPossible(tree: FileTree, path: string): Promise<readonly TreeItem[] | null> {
  try {
    return await tree.list(path);
  } catch (error) {
    if (path !== "" && (error instanceof Refusal || error instanceof GraderFault)) return null;
    throw error;
  }
}
