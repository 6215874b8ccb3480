import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parseLimits } from "../../contract/limits";
import { writeNotebook } from "../../intake/notebook/notebook";
import { assignment } from "../../testing/sums-selfcheck";
import { makeTemporaryFolder, type TemporaryFolder } from "../../testing/temporary-folder";
import { english } from "../../wording/translator";
import { findHandIn, findLeftBeside } from "./hand-in";
import { openSubmission } from "./open-submission";
import { createSay } from "./say";
import { viewNotebook } from "./view-pack";

const limits = parseLimits();
const source = 'import type { Layer } from "./types";\nimport { f } from "./half.js";\nexport const a = f;\n';

let folder: TemporaryFolder;
beforeAll(async () => {
  folder = await makeTemporaryFolder();
  for (const name of ["submission.ts", "mine.ts"]) await writeFile(join(folder.path, name), source);
  for (const name of ["types.ts", "half.ts"]) await writeFile(join(folder.path, name), "export const f = 1;");
  await writeFile(join(folder.path, "answers.md"), "## a\n\nBecause.\n");
  await writeFile(join(folder.path, "lost.ts"), "export const a = 1;");
  await mkdir(join(folder.path, "sub", "submission.ts"), { recursive: true });
});
afterAll(() => folder.remove());

/** As every command does it. */
const open = async (name: string) => {
  const path = await findHandIn(join(folder.path, name), limits);
  const found = await openSubmission(path, limits, assignment);
  if (found.kind === "refused") throw new Error(found.refused.code);
  return { path, found, beside: await findLeftBeside(path, found, limits) };
};

test("the package's own entry, named by its path, is the folder that it lies in", async () => {
  const [byPath, byFolder] = [await open("submission.ts"), await open("")];
  expect(byPath).toEqual(byFolder);
  expect(byPath.found.answersMarkdown).toContain("Because.");
  expect(byPath.found.files.map(({ path }) => path)).toEqual(["half.ts", "submission.ts", "types.ts"]);
  expect(byPath.beside).toEqual([]);
});

test("another file is taken alone, and what it lacks of its neighbours is named", async () => {
  const { path, found, beside } = await open("mine.ts");
  expect([path, found.files.length]).toEqual([join(folder.path, "mine.ts"), 1]);
  expect(beside).toEqual(["answers.md", "types.ts", "half.ts"]);
  expect((await open("lost.ts")).beside).toEqual(["answers.md"]);
});

test("a notebook brings what it imports, and a word that it does not hold it", async () => {
  const say = createSay(english);
  for (const [code, brought] of [
    [source, ["half.ts", "types.ts"]],
    ["export const a = 1;", []],
  ] as const) {
    const notebook = writeNotebook([{ id: "a", kind: "code", source: code }]);
    await writeFile(join(folder.path, "work.ipynb"), notebook);
    const { path, found, beside } = await open("work.ipynb");
    expect(path).toBe(join(folder.path, "work.ipynb"));
    expect(found.files.map((file) => file.path).filter((name) => name !== "submission.ts")).toEqual(brought);
    expect(beside).toEqual([]);
    const lines = viewNotebook("work.ipynb", found, say);
    expect(lines.map(({ text }) => text.includes("imports files beside it"))).toEqual(
      brought.length > 0 ? [true] : [],
    );
  }
  expect(viewNotebook("submission.ts", (await open("submission.ts")).found, say)).toEqual([]);
});

test("what is no file of that name, or nothing at all, stays what was typed", async () => {
  for (const name of ["nowhere/submission.ts", "sub/submission.ts"]) {
    const path = join(folder.path, name);
    expect(await findHandIn(path, limits)).toBe(path);
  }
});
