/** What was handed in as folders and files, wherever it lies: on disk, in an archive, or put together from parts. */
import type { UnusableFiles } from "../contract/refusals";

export type TreeItem =
  | {
      readonly kind: "file" | "folder";
      readonly name: string;
      /** Another name of a file that is listed as well; nobody needs to hear of it twice. */
      readonly isAlias?: true;
    }
  /** Never opened. */
  | { readonly kind: "unusable"; readonly name: string; readonly because: keyof UnusableFiles };

/** Paths are relative to its root, with forward slashes; "" is the root. */
export interface FileTree {
  /**
   * In the order of code points, junk included.
   *
   * @throws Refusal for what the student can mend; GraderFault for what the machine did
   */
  list(path: string): Promise<readonly TreeItem[]>;
  /**
   * @param name how the student knows it, when that is not its path in this tree
   * @throws Refusal, GraderFault
   */
  read(path: string, maxBytes: number, name?: string): Promise<Buffer>;
  /** What a file's size is said to be: nothing that is read outgrows it. Absent where nobody knows. */
  measure?(path: string): Promise<number>;
  /** Absent where nobody else can open it. */
  readonly origin?: TreeOrigin;
}

/** Where a tree lies, as plain data. */
export type TreeOrigin =
  | { readonly kind: "folder"; readonly root: string; readonly folderEntries: number }
  | {
      readonly kind: "archive";
      readonly path: string;
      readonly name: string;
      readonly mostEntries: number;
    }
  | { readonly kind: "parts"; readonly of: TreeOrigin; readonly parts: TreeParts };

export function joinPath(folder: string, name: string): string {
  return folder === "" ? name : name === "" ? folder : `${folder}/${name}`;
}

export function folderOf(path: string): string {
  return path.includes("/") ? path.slice(0, path.lastIndexOf("/")) : "";
}

export function nameOf(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

/** Parts of one tree, seen as a tree of their own. */
export interface TreeParts {
  /** Folder whose contents stand at the root. */
  readonly folder?: string;
  readonly files?: readonly { readonly at: string; readonly from: string; readonly isAlias?: true }[];
}

/** Some files of a tree, where they lie, without all others. */
export function keepFiles(tree: FileTree, paths: readonly string[]): FileTree {
  const kept = new Set(
    paths.flatMap((path) => {
      const parts = path.split("/");
      return parts.map((_, at) => parts.slice(0, at + 1).join("/"));
    }),
  );
  const list: FileTree["list"] = async (folder) =>
    (await tree.list(folder)).filter(({ name }) => kept.has(joinPath(folder, name)));
  return { list, read: tree.read };
}

export function takeParts(tree: FileTree, parts: TreeParts): FileTree {
  const { folder, files = [] } = parts;
  const { measure, origin } = tree;
  const placed = new Map(files.map((file) => [file.at, file.from]));
  const reach = (path: string): string | undefined =>
    placed.get(path) ?? (folder === undefined ? undefined : joinPath(folder, path));
  return {
    list: async (path) => {
      const below = folder === undefined ? [] : await tree.list(joinPath(folder, path));
      if (path !== "") return below;
      const own = files.map(({ at, isAlias }) => ({
        kind: "file" as const,
        name: at,
        ...(isAlias ? { isAlias } : {}),
      }));
      return [...own, ...below.filter(({ name }) => !placed.has(name))];
    },
    read: async (path, maxBytes, name = path) => tree.read(reach(path) ?? path, maxBytes, name),
    ...(measure === undefined ? {} : { measure: async (path) => measure(reach(path) ?? path) }),
    ...(origin === undefined ? {} : { origin: { kind: "parts", of: origin, parts } }),
  };
}

/** Lists every folder once, so that one look is what everything is decided by. */
export function rememberLists(tree: FileTree): FileTree {
  const lists = new Map<string, Promise<readonly TreeItem[]>>();
  return {
    ...tree,
    list: (path) => {
      const listed = lists.get(path) ?? tree.list(path);
      lists.set(path, listed);
      return listed;
    },
  };
}
