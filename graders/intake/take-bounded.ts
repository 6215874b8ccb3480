/**
 * One hand-in costs only itself: what may take long, or much memory, is taken in where it can be stopped. What is small
 * stays here, so that an ordinary class starts no process for it.
 */
import { kibibyte } from "../../reference/byte-sizes";
import type { Limits } from "../contract/limits";
import type { Submission } from "../contract/submission";
import { type FileTree, joinPath, rememberLists, type TreeOrigin } from "./file-tree";
import { dropJunk, isZipName } from "./handed-in-names";
import { decodeIfPossible } from "./looks";
import { Refusal } from "./read-source";
import { type TakeInOptions, takeInTree } from "./take-in";
import { type ArchiveTree, openNestedArchive } from "./zip-tree";

/** Does what is asked in a process that may die of it. */
export interface Reader {
  /** @throws Refusal also where it takes too long or too much; GraderFault; the reason of an interrupt */
  takeIn(tree: TreeOrigin, id: string, options: TakeInOptions): Promise<Submission>;
  /** As `decodeIfPossible`. */
  readCode(tree: TreeOrigin, path: string): Promise<string>;
}

/** Where hand-ins are read; in the calling thread alone when there is no reader. */
export interface Elsewhere {
  readonly reader?: Reader;
  readonly signal?: AbortSignal | undefined;
}

export type TakeTree = (tree: FileTree, id: string, options?: TakeInOptions) => Promise<Submission>;

export type ReadCode = (tree: FileTree, path: string) => Promise<string>;

interface Taking extends Pick<TakeInOptions, "questions"> {
  readonly reader?: Reader | undefined;
}

export function takeWith(limits: Limits, { reader, questions }: Taking = {}): TakeTree {
  return async (given, id, asked = {}) => {
    const tree = rememberLists(given);
    const options = { ...asked, questions };
    if (reader === undefined || tree.origin === undefined || (await isSmall(tree, limits)))
      return takeInTree(tree, id, limits, options);
    return reader.takeIn(tree.origin, id, options);
  };
}

export function readCodeWith(limits: Limits, reader?: Reader): ReadCode {
  return async (tree, path) => {
    const size = (await tree.measure?.(path)) ?? 0;
    if (reader === undefined || tree.origin === undefined || size <= smallBytes)
      return decodeIfPossible(tree, path, limits);
    return reader.readCode(tree.origin, path);
  };
}

const smallBytes = 200 * kibibyte;
const smallCount = 200;

/** Nothing that is called so is ever opened. */
const unopened =
  /\.(?:png|jpe?g|gif|svg|webp|bmp|ico|pdf|docx?|odt|rtf|pages|xlsx?|pptx?|mp[34]|mov|rar|7z|tar|tgz|gz|bz2|xz|pth?|np[yz])$/i;

/** By the sizes that files are declared with, which nothing that is read outgrows. */
async function isSmall(tree: FileTree, limits: Limits): Promise<boolean> {
  const weight = { bytes: 0, count: 0 };
  const archives = await weigh(tree, weight);
  for (const path of isWithin(weight) ? archives : []) await weighArchive(tree, path, { weight, limits });
  return isWithin(weight);
}

interface Weight {
  bytes: number;
  count: number;
}

const isWithin = ({ bytes, count }: Weight): boolean => bytes <= smallBytes && count <= smallCount;

/** Ends as soon as it is too much. @returns archives in it */
async function weigh(tree: FileTree, weight: Weight): Promise<readonly string[]> {
  const archives: string[] = [];
  const waiting = [""];
  for (let folder = waiting.shift(); folder !== undefined; folder = waiting.shift()) {
    // What cannot be listed is not looked into, and said so by whoever takes it in.
    const items = dropJunk(await tree.list(folder).catch(() => []));
    weight.count += items.length;
    for (const { kind, name } of items) {
      if (!isWithin(weight)) return [];
      const path = joinPath(folder, name);
      if (kind === "folder") waiting.push(path);
      if (kind === "file" && !unopened.test(name)) weight.bytes += (await tree.measure?.(path)) ?? Infinity;
      if (kind === "file" && isZipName(name)) archives.push(path);
    }
  }
  return archives;
}

async function weighArchive(
  tree: FileTree,
  path: string,
  { weight, limits }: { readonly weight: Weight; readonly limits: Limits },
): Promise<void> {
  let archive: ArchiveTree;
  try {
    archive = await openNestedArchive(tree, path, limits);
  } catch (error) {
    // There is nothing in it, then, and whoever takes it in says why.
    if (error instanceof Refusal) return;
    throw error;
  }
  try {
    await weigh(archive, weight);
  } finally {
    archive.close();
  }
}
