import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { runHere } from "../graders/testing/run-verb";
import { makeTemporaryFolder, type TemporaryFolder } from "../graders/testing/temporary-folder";
import { newQuestion } from "./new-question";
import { concludeCommand } from "./terminal/command-line";

let root: TemporaryFolder;
const at = (...path: readonly string[]): string => join(root.path, "graders", "questions", ...path);
const catalogue = 'export const questionIds: readonly string[] = [\n  "bytes",\n];\n';
beforeEach(async () => {
  root = await makeTemporaryFolder();
});
afterEach(() => root.remove());

const make = (id: string, exportName = "layerNormFlops") =>
  runHere(
    (argv) => concludeCommand(() => newQuestion(argv)),
    [id, ...["--export", exportName, "--root", root.path]],
  );

test("makes the folder, and its line at the end of the catalogue", async () => {
  await mkdir(at(), { recursive: true });
  await writeFile(at("catalogue.ts"), catalogue);
  expect((await make("layer-norm")).code).toBe(0);
  expect(await readFile(at("catalogue.ts"), "utf8")).toBe(catalogue.replace("];", '  "layer-norm",\n];'));
  expect(await readdir(at("layer-norm"))).toContain("question.ts");
});

test.each([
  ["a question that is listed", "bytes", /^error: there is a question "bytes" already\n$/],
  ["a folder that is there", "left-over", /^error: .*left-over: could not be made: .*EEXIST/],
  ["a file that is there", "file", /^error: .*file: could not be made: .*EEXIST/],
])("%s is the caller's to mend, and nothing is changed", async (_, id, says) => {
  await mkdir(at("left-over"), { recursive: true });
  await writeFile(at("left-over", "question.ts"), "// mine");
  await writeFile(at("file"), "");
  await writeFile(at("catalogue.ts"), catalogue);
  const { code, stderr } = await make(id);
  expect([code, stderr]).toEqual([1, expect.stringMatching(says)]);
  expect(await readFile(at("catalogue.ts"), "utf8")).toBe(catalogue);
  expect((await readdir(at(), { recursive: true })).sort()).toEqual(
    ["catalogue.ts", "file", "left-over", join("left-over", "question.ts")].sort(),
  );
});

test.each(["class", "await", "let", "arguments", "name", "explanations", "layer-norm", ""])(
  "no submission could answer in a function called %p",
  async (exportName) => {
    const { code, stderr } = await make("layer-norm", exportName);
    expect([code, stderr]).toEqual([1, expect.stringContaining("--export: expected the name of a function")]);
    expect(await readdir(root.path)).toEqual([]);
  },
);

test("a root that is no such repository is named", async () => {
  const { code, stderr } = await make("layer-norm");
  expect([code, stderr]).toEqual([
    1,
    expect.stringMatching(/catalogue\.ts: expected the catalogue .* ENOENT/),
  ]);
  expect(await readdir(root.path)).toEqual([]);
});
