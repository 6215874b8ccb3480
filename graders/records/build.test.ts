import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { makeTemporaryFolder, type TemporaryFolder } from "../testing/temporary-folder";
import { readBuild } from "./build";
import { deciding } from "./rubric";

const producer = { name: "project", version: "1.0.0" };
const files: Readonly<Record<string, string>> = {
  "package.json": "{}\n",
  "package-lock.json": "{}\n",
  "reference/count.ts": "export const one = 1;\nexport const two = 2;\n",
  "graders/contract/a.ts": "",
  "graders/questions/a.ts": "",
  "graders/judge/a.ts": "",
  "graders/intake/a.ts": "",
  "graders/running/a.ts": "",
  ...Object.fromEntries(deciding.filter((path) => path.endsWith(".ts")).map((path) => [path, ""])),
  "scripts/grade.ts": "start();\n",
  "templates/page.hbs": "<p>\n",
};

let project: TemporaryFolder;
const write = async (path: string, text: string): Promise<void> => {
  await mkdir(dirname(join(project.path, path)), { recursive: true });
  await writeFile(join(project.path, path), text);
};

beforeEach(async () => {
  project = await makeTemporaryFolder();
  for (const [path, text] of Object.entries(files)) await write(path, text);
});
afterEach(() => project.remove());

const read = () => readBuild(project.path, producer);

test.each([
  ["a script", "scripts/grade.ts"],
  ["a template", "templates/page.hbs"],
  ["the list of packages", "package-lock.json"],
  ["a new file", "graders/report/new.ts"],
])("another build by %s", async (_, path) => {
  const { sourceDigest } = await read();
  await write(path, "changed");
  expect((await read()).sourceDigest).not.toBe(sourceDigest);
});

test("the same build with other line ends, and with what systems and tools leave behind", async () => {
  const before = await read();
  await write("reference/count.ts", (files["reference/count.ts"] ?? "").replaceAll("\n", "\r\n"));
  await write("graders/.DS_Store", "left");
  await write("scripts/recording/__pycache__/family.pyc", "left");
  expect(await read()).toEqual(before);
});

test("a text moved from one file to the next is another build", async () => {
  await write("scripts/a.ts", "one");
  await write("scripts/b.ts", "");
  const before = await read();
  await write("scripts/a.ts", "");
  await write("scripts/b.ts", "one");
  expect((await read()).sourceDigest).not.toBe(before.sourceDigest);
});
