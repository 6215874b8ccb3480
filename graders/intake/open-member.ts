/** The download that one person's work lies in, when the path of that work alone was typed. */
import { realpath } from "node:fs/promises";
import { basename, dirname } from "node:path";
import type { Limits } from "../contract/limits";
import type { SourceName } from "../contract/submission";
import { openDiskTree } from "./disk-tree";
import { type FileTree, rememberLists, type TreeItem } from "./file-tree";
import { dropJunk } from "./handed-in-names";
import { explainToCaller } from "./open-path";
import { listNames, type PlatformItem } from "./platforms/platform";
import { type Recognised, recognisePlatform } from "./platforms/recognise";

export interface OpenedMember {
  /** Of the download. */
  readonly tree: FileTree;
  readonly items: readonly TreeItem[];
  readonly recognised: Recognised;
  /** Of the item that was typed. */
  readonly name: string;
}

/** Null when its name is none of a platform's, beside its neighbours or alone. @throws UsageError */
export async function openMember(
  path: string,
  limits: Limits,
  source?: SourceName,
): Promise<OpenedMember | null> {
  const real = await realpath(path);
  const name = basename(real);
  const tree = rememberLists(openDiskTree(dirname(real), limits.folderEntries));
  const beside = await tree.list("").catch((error) => {
    throw explainToCaller(error, path);
  });
  const items = dropJunk(beside);
  for (const some of [items, items.filter((item) => item.name === name)]) {
    const recognised = recognisePlatform(some.map(nameItem), source);
    if (recognised.groups.some((group) => listNames(group).includes(name)))
      return { tree, items: some, recognised, name };
  }
  return null;
}

export const nameItem = ({ name, kind }: TreeItem): PlatformItem => ({ name, isFolder: kind === "folder" });
