import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { makeTemporaryFolder, type TemporaryFolder } from "../../graders/testing/temporary-folder";
import { english } from "../../graders/wording/translator";
import { watchSubmission } from "./watch";

// The file system tells of a save when it likes.
jest.setTimeout(60_000);

let folder: TemporaryFolder;
beforeEach(async () => {
  folder = await makeTemporaryFolder();
  jest.spyOn(console, "log").mockImplementation(() => {});
  jest.spyOn(console, "error").mockImplementation(() => {});
});
afterEach(() => folder.remove());

test.each([
  ["the folder", ""],
  ["the file", "submission.ts"],
])("a save while the first look runs is looked at as well, where %s is watched", async (_, watched) => {
  const file = join(folder.path, "submission.ts");
  await writeFile(file, "first");
  const stop = new AbortController();
  const seen: string[] = [];
  const look = async (): Promise<void> => {
    seen.push(await readFile(file, "utf8"));
    // The student saves after the look has read.
    if (seen.length === 1) await writeFile(file, "second");
    else stop.abort(new Error("interrupted"));
  };
  await watchSubmission(join(folder.path, watched), look, english, stop.signal);
  expect(seen).toEqual(["first", "second"]);
});

test.each(["lib.mts", "view.tsx", "old.js", "data.json", "explanations.txt", "answers.md", "work.ipynb"])(
  "a save of %s is looked at",
  async (name) => {
    await writeFile(join(folder.path, "submission.ts"), "first");
    await writeFile(join(folder.path, name), "first");
    const stop = new AbortController();
    let looks = 0;
    const look = async (): Promise<void> => {
      looks += 1;
      if (looks === 1) await writeFile(join(folder.path, name), "second");
      else stop.abort(new Error("interrupted"));
    };
    await watchSubmission(folder.path, look, english, stop.signal);
    expect(looks).toBe(2);
  },
);

test("a first look that fails ends it; a later one is told, unless it was interrupted", async () => {
  const file = join(folder.path, "submission.ts");
  const stop = new AbortController();
  const fails = new Error("no");
  await writeFile(file, "first");
  await expect(watchSubmission(folder.path, () => Promise.reject(fails), english, stop.signal)).rejects.toBe(
    fails,
  );
  let looks = 0;
  const look = async (): Promise<void> => {
    looks += 1;
    if (looks <= 2) await writeFile(file, `look ${looks}`);
    if (looks === 3) stop.abort(new Error("interrupted"));
    if (looks > 1) throw fails;
  };
  await watchSubmission(folder.path, look, english, stop.signal);
  expect([looks, jest.mocked(console.error).mock.calls]).toEqual([3, [["error: no"]]]);
});
