import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { openStore } from "../../records/store";
import { gradeFolder } from "../../testing/grade-folder";
import { listMarkup } from "../../testing/list-markup";
import { projectRoot } from "../../testing/project-root";
import { sampleAssignment } from "../../testing/sample-assignment";
import { makeJudged } from "../../testing/sample-class";
import { explainedBy, makeVerdict } from "../../testing/sample-verdicts";
import { makeTemporaryFolder, type TemporaryFolder } from "../../testing/temporary-folder";
import { toyAssignment } from "../../testing/toy-assignment";
import { writeSimilar } from "./write-similar";

let folder: TemporaryFolder;
beforeEach(async () => {
  folder = await makeTemporaryFolder();
});
afterEach(() => folder.remove());

const ids = ["ann.ts", "ben.ts", "cem.ts", "dia.ts"];
const code = (text: string, name: string) => `export const padding = (${name}: number) => {
  const [one, two] = [${name} * 7 + 1, ${name} - 3];
  if (one > two) return [one, two, "${text}"].map((each) => [each, each]).length;
  return one + two + one * two;
};
`;

test("the page shows who handed in twice and pairs side by side, with foreign text as text", async () => {
  const [classPath, outFolder] = [join(folder.path, "class"), join(folder.path, "out")];
  await mkdir(classPath);
  const texts = [code("</pre><script>alert(1)</script>", "k"), code("other", "size"), code("other", "size")];
  for (const [at, id] of ids.entries()) {
    const record = makeJudged(id, [makeVerdict("padding", ["0", "1"], explainedBy("twice"))]);
    await openStore(outFolder).writeRecord(record);
    await writeFile(join(classPath, id), texts[at] ?? "export const padding = () => 1;\n");
  }
  const place = { outFolder, assignment: sampleAssignment, root: projectRoot };
  const found = await writeSimilar(place, { classPath, given: [], mostPairs: 5 });
  expect(found).toMatchObject({
    compared: 4,
    same: { files: [["ben.ts", "cem.ts"]], tokens: [] },
    pairs: [{ left: { id: "ann.ts" }, right: { id: "ben.ts" } }],
  });
  const html = await readFile(join(outFolder, "staff", "similar.html"), "utf8");
  expect(html).toContain("<li><bdi>ben.ts, cem.ts</bdi></li>");
  expect(html).toMatch(/<mark> {2}if \(one &gt; two\)/);
  expect(html).toContain("no verdict");
  expect([...listMarkup(html).tags]).not.toContain("script");
  await expect(writeSimilar(place, { given: [], mostPairs: 5 })).rejects.toThrow(/name it with --class/);
});

test("the class is read as it was graded; who is not there any more is named, and nobody there is no all-clear", async () => {
  const [classPath, outFolder] = [join(folder.path, "class"), join(folder.path, "out")];
  const handIn = async (id: string, more = ""): Promise<void> => {
    await mkdir(join(classPath, id), { recursive: true });
    for (const name of ["main.ts", "other.ts"])
      await writeFile(join(classPath, id, name), `${code(name, "k")}//${more}`);
  };
  const bytes = 300_000;
  await handIn("ann");
  await handIn("ben", "x".repeat(bytes));
  const request = { discovery: { entry: "main.ts" }, limits: { sourceFileBytes: 2 * bytes } };
  await gradeFolder(classPath, outFolder, { assignment: toyAssignment, request });
  const place = { outFolder, assignment: sampleAssignment, root: projectRoot };
  const write = () => writeSimilar(place, { given: [], mostPairs: 5 });
  expect(await write()).toMatchObject({
    compared: 2,
    absent: [],
    same: { tokens: [["ann", "ben"]] },
  });
  await rm(join(classPath, "ben"), { recursive: true });
  expect(await write()).toMatchObject({ compared: 1, absent: ["ben"] });
  expect(await readFile(join(outFolder, "staff", "similar.html"), "utf8")).toMatch(/not compared.*<bdi>ben</);
  await rm(join(classPath, "ann"), { recursive: true });
  await mkdir(join(classPath, "ann"));
  await expect(write()).rejects.toThrow(
    /class: nothing of what was graded can be read there; name it with --class/,
  );
}, 60_000);
