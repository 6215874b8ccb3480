import type { FileTree, TreeItem } from "./file-tree";
import { lookUp } from "./look-up";

/** A folder that counts how often the name of a file is asked for. */
function makeFolder(size: number): { readonly tree: FileTree; readonly count: () => number } {
  let asked = 0;
  const items = Array.from({ length: size }, (_, at) => ({
    kind: "file" as const,
    get name() {
      asked += 1;
      return `data-${at}.txt`;
    },
  })) as unknown as readonly TreeItem[];
  const tree: FileTree = {
    list: async () => items,
    read: async () => Buffer.alloc(0),
  };
  return { tree, count: () => asked };
}

test("a folder is looked through once, however many imports of files that are not there look into it", async () => {
  const { tree, count } = makeFolder(500);
  await lookUp(tree, "first");
  const once = count();
  for (let at = 0; at < 100; at += 1) expect(await lookUp(tree, `missing-${at}`)).toBeNull();
  expect(count()).toBe(once);
});

test("of names that differ in case alone none is meant, unless one is exact", async () => {
  const items: readonly TreeItem[] = ["Lib.ts", "LIB.ts", "Own.ts", "index.ts"].map(
    (name) => ({ kind: "file", name }) as TreeItem,
  );
  const tree: FileTree = { list: async () => items, read: async () => Buffer.alloc(0) };
  expect(await lookUp(tree, "lib")).toBeNull();
  expect(await lookUp(tree, "LIB")).toMatchObject({ path: "LIB.ts", isSameCase: true });
  expect(await lookUp(tree, "own")).toMatchObject({ path: "Own.ts", isSameCase: false });
});
