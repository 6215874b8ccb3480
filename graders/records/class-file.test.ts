import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { makeTemporaryFolder, type TemporaryFolder } from "../testing/temporary-folder";
import { changeClassFile, readClassFile } from "./class-file";
import { outputFiles } from "./output-files";

let folder: TemporaryFolder;
let path: string;
beforeEach(async () => {
  folder = await makeTemporaryFolder();
  path = join(folder.path, outputFiles.classIdentity.path);
  await mkdir(join(folder.path, "staff"));
});
afterEach(() => folder.remove());

test("what is not named stays, and what is undefined goes", async () => {
  await changeClassFile(folder.path, { path: "/class", entry: "main.ts", limits: {} });
  await changeClassFile(folder.path, { language: "fr" });
  await changeClassFile(folder.path, { path: "/moved", entry: undefined });
  expect(await readClassFile(folder.path)).toEqual({ path: "/moved", limits: {}, language: "fr" });
  expect(await readFile(path, "utf8")).toBe('{"path":"/moved","limits":{},"language":"fr"}\n');
});

test.each(["", '{"path":', "null", "7"])("a file of %j knows nothing", async (text) => {
  await writeFile(path, text);
  expect(await readClassFile(folder.path)).toEqual({});
});

test("no file knows nothing; one that cannot be read is said, and not written over", async () => {
  expect(await readClassFile(folder.path)).toEqual({});
  await mkdir(path);
  const refused = `${path}: expected something that can be read, or nothing`;
  await expect(readClassFile(folder.path)).rejects.toThrow(refused);
  await expect(changeClassFile(folder.path, { language: "fr" })).rejects.toThrow(refused);
});
