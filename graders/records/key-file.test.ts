import { mkdir, readdir, readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { UsageError } from "../contract/faults";
import { makeTemporaryFolder, type TemporaryFolder } from "../testing/temporary-folder";
import { keepKey, readKeyIfThere, readOrMakeKey } from "./key-file";

let folder: TemporaryFolder;
let path: string;
beforeEach(async () => {
  folder = await makeTemporaryFolder();
  path = join(folder.path, "out", "roster.key");
});
afterEach(() => folder.remove());

test("makes a key at first use and keeps it, another one in another folder", async () => {
  expect(await readKeyIfThere(path)).toBeNull();
  const key = await readOrMakeKey(path);
  expect(await readOrMakeKey(path)).toBe(key);
  expect(await readKeyIfThere(path)).toBe(key);
  expect(await readOrMakeKey(join(folder.path, "other", "roster.key"))).not.toBe(key);
});

test("makes a key of 256 bits that only its owner can read, and leaves nothing beside it", async () => {
  const key = await readOrMakeKey(path);
  expect(key).toMatch(/^[0-9a-f]{64}$/);
  expect(await readFile(path, "utf8")).toBe(`${key}\n`);
  expect((await stat(path)).mode & 0o077).toBe(0);
  expect(await readdir(join(folder.path, "out"))).toEqual(["roster.key"]);
});

test("a key from elsewhere is kept for its owner alone, and never over another", async () => {
  const [first, second] = ["1".repeat(64), "2".repeat(64)];
  expect(await keepKey(path, first)).toBe(first);
  expect((await stat(path)).mode & 0o077).toBe(0);
  expect(await keepKey(path, second)).toBe(first);
  expect(await readOrMakeKey(path)).toBe(first);
});

test("makes a key in place of an empty one, which a killed run or a full disk has left", async () => {
  await mkdir(join(folder.path, "out"));
  await writeFile(path, "");
  expect(await readKeyIfThere(path)).toBeNull();
  expect(await readOrMakeKey(path)).toMatch(/^[0-9a-f]{64}$/);
  expect(await readdir(join(folder.path, "out"))).toEqual(["roster.key"]);
});

test("agrees on one key when several runs start at once", async () => {
  const keys = await Promise.all([1, 2, 3, 4].map(() => readOrMakeKey(path)));
  expect(new Set(keys).size).toBe(1);
  expect(`${keys[0]}\n`).toBe(await readFile(path, "utf8"));
});

test("refuses what is no key, without telling it and without replacing it", async () => {
  const damaged = `${"ab".repeat(31)}\n`;
  await mkdir(join(folder.path, "out"));
  await writeFile(path, damaged);
  const refused = readOrMakeKey(path);
  await expect(refused).rejects.toThrow(UsageError);
  await expect(refused).rejects.toThrow(/roster\.key: expected a key of 64 hexadecimal digits, got 62/);
  await expect(refused).rejects.not.toThrow(/abab/);
  expect(await readFile(path, "utf8")).toBe(damaged);
});

test("names a folder where no key can be made", async () => {
  await mkdir(join(folder.path, "out"));
  await writeFile(join(folder.path, "out", "file"), "");
  await expect(readOrMakeKey(join(folder.path, "out", "file", "roster.key"))).rejects.toThrow(
    /roster\.key: could not be made: /,
  );
});
