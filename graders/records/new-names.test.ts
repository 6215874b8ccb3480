import files from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import { makeTemporaryFolder, type TemporaryFolder } from "../testing/temporary-folder";
import { createLineFile } from "./line-file";
import { outputFiles } from "./output-files";
import { writeNewFile, writeTextFile } from "./text-file";

let out: TemporaryFolder;
beforeEach(async () => {
  out = await makeTemporaryFolder();
});
afterEach(async () => {
  jest.restoreAllMocks();
  await out.remove();
});

/** Folders whose entries were flushed, seen from the temporary one. */
function listFlushed(): readonly string[] {
  const flushed: string[] = [];
  const { open } = files;
  jest.spyOn(files, "open").mockImplementation(async (...asked) => {
    const [path, flags] = asked;
    const file = await open(...asked);
    const { sync } = file;
    jest.spyOn(file, "sync").mockImplementation(async () => {
      if (flags === "r") flushed.push(relative(out.path, String(path)));
      await sync.call(file);
    });
    return file;
  });
  return flushed;
}

const lineFile = (path: string) =>
  createLineFile({ file: { ...outputFiles.classPage, path }, schema: {}, holds: "lines", advice: "" });
const writers: readonly (readonly [string, (path: string) => Promise<unknown>])[] = [
  ["a text", (path) => writeTextFile(path, "x")],
  ["what must not be there yet", (path) => writeNewFile(path, "x")],
  ["the first line", (path) => lineFile("file").append(dirname(path), [{}])],
];

test.each(writers)("the name of %s is flushed, with those of the folders made for it", async (_, write) => {
  const flushed = listFlushed();
  await write(join(out.path, "a", "b", "file"));
  expect(flushed).toEqual(["a", "", "a/b"]);
  await files.rm(join(out.path, "a", "b", "file"));
  await write(join(out.path, "a", "b", "file"));
  expect(flushed).toEqual(["a", "", "a/b", "a/b"]);
});
