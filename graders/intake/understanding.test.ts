import type { Submission } from "../contract/submission";
import { good, lib, plain, sayRefusal, take, takeFrom, withLib, write, writeAll } from "../testing/hand-in";
import { type Files, zipFiles } from "../testing/odd-zip";
import { say } from "../testing/say";
import { writeNotebook } from "./notebook/notebook";

const plainWithLib: Files = { "submission.ts": withLib, "lib.ts": lib };
const notebook = writeNotebook([{ id: "a", kind: "code", source: good.trim() }]);

/** The same texts, whatever they are called, and the same digest as the plain folder's. */
async function expectSame(found: Submission, expected: Files): Promise<void> {
  writeAll("as-it-should-be/ann", expected);
  const wanted = await take("as-it-should-be");
  const listTexts = ({ files }: Submission) => files.map(({ text }) => text).sort();
  expect(listTexts(found)).toEqual(listTexts(wanted));
  expect(found.files.every(({ path }) => path.endsWith(".ts"))).toBe(true);
  const textOfEntry = ({ entry, files }: Submission) => files.find(({ path }) => path === entry)?.text;
  expect(textOfEntry(found)).toBe(textOfEntry(wanted));
  expect(found.contentDigest).toBe(wanted.contentDigest);
}

const stub = (name: string) => `export function ${name}() {\n  return notAnsweredYet("${name}");\n}\n`;
const stubs = `export const name = "";\n${stub("f")}${stub("g")}`;
const fillNotebook = (source: string) => writeNotebook([{ id: "a", kind: "code", source: source.trim() }]);
const half = `${stub("f")}export const g = () => 2;`;
const cells = (source: string) =>
  `// The code cells of a notebook, each below its number.\n\n// Cell 1\n${source}\n`;

const asks = 'import { check } from "./selfcheck/notebook.mjs";\nawait check("f", { f });\n';

/** What was handed in, the plain folder that it stands for, and the word about it, if there is one. */
const taken: readonly (readonly [string, Files, Files, RegExp | null])[] = [
  ["the plain folder", plain, plain, null],
  ["a wrapper", { "hw/submission.ts": good }, plain, /found in hw\//],
  ["src/", { "src/submission.ts": good, "README.md": "" }, plain, /found in src\//],
  ["two wrappers beside __MACOSX", { "a/b/submission.ts": good, "__MACOSX/a/._b": "x" }, plain, /a\/b\//],
  ["a wrapper with imports", { "hw/submission.ts": withLib, "hw/lib.ts": lib }, plainWithLib, /hw\//],
  ["another case", { "Submission.ts": good }, plain, /^Submission\.ts was taken for submission\.ts/],
  ["capitals", { "SUBMISSION.TS": good }, plain, /SUBMISSION\.TS/],
  ["index.ts", { "index.ts": good }, plain, /index\.ts/],
  ["a name with a version", { "hw3_final_v2.ts": good }, plain, /hw3_final_v2\.ts/],
  ["a browser's copy", { "submission (1).ts": good }, plain, /submission \(1\)\.ts/],
  ["a hidden ending", { "submission.ts.txt": good }, plain, /submission\.ts\.txt/],
  ["JavaScript", { "submission.js": good }, plain, /submission\.js/],
  [".mts", { "submission.mts": good }, plain, /submission\.mts/],
  [".cts", { "submission.cts": good }, plain, /submission\.cts/],
  [".tsx", { "submission.tsx": good }, plain, /submission\.tsx/],
  [
    "a notebook",
    { "work.ipynb": notebook },
    { "submission.ts": `// The code cells of a notebook, each below its number.\n\n// Cell 1\n${good}` },
    /notebook work\.ipynb/,
  ],
  [
    "a notebook saved as a script, which asks the selfcheck below each answer",
    { "assignment.ts": `${good}${asks}${asks}` },
    { "submission.ts": `${good}${asks.replace(/[^\n;]/g, " ").repeat(2)}` },
    /assignment\.ts/,
  ],
  [
    "the package with its notebook filled",
    { "submission.ts": stubs, "assignment.ipynb": fillNotebook(half), "types.ts": "export type A = 1;" },
    { "submission.ts": cells(half) },
    /notebook assignment\.ipynb/,
  ],
  ...["solution.ts", "submission_kim.ts", "submission (1).ts", "submission.js", "src/submission.ts"].map(
    (name): readonly [string, Files, Files, RegExp] => [
      `the starter beside ${name}`,
      { "submission.ts": stubs, [name]: half, "selfcheck/start.js": "exports.f = function f() {};" },
      { "submission.ts": half },
      name.includes("/") ? /found in src\// : new RegExp(name.replace(/[()]/g, "\\$&")),
    ],
  ),
  [
    "the starter beside work in two files",
    {
      "submission.ts": stubs,
      "mine.ts": `import "./part";\n${half}`,
      "part.ts": "export const f = () => 1;",
    },
    { "submission.ts": `import "./part";\n${half}`, "part.ts": "export const f = () => 1;" },
    /mine\.ts/,
  ],
  [
    "the package with nothing filled",
    { "submission.ts": stubs, "assignment.ipynb": fillNotebook(stubs) },
    { "submission.ts": stubs },
    null,
  ],
  ["another name that imports", { "main.ts": withLib, "lib.ts": lib }, plainWithLib, /main\.ts/],
  ["a zip archive", { "submission.zip": zipFiles(plain) }, plain, /archive submission\.zip/],
  ["a zip archive with a wrapper", { "a.zip": zipFiles({ "a/submission.ts": good }) }, plain, /a\.zip/],
  ["its copy in JavaScript", { "submission.ts": good, "submission.js": "x" }, plain, null],
  ["settings", { "submission.ts": good, "jest.config.js": "x", "package.json": "{" }, plain, null],
  [
    "junk",
    { "submission.ts": good, "Thumbs.db": "x", "desktop.ini": "x", "Icon\r": "", ".DS_Store": "x" },
    plain,
    null,
  ],
  [
    "an unused Latin-1 comment",
    { "submission.ts": good, "scratch.ts": Buffer.from("// \xe9", "latin1") },
    plain,
    null,
  ],
  ["an unused large file", { "submission.ts": good, "notes.ts": "x".repeat(280 * 1024) }, plain, null],
  ["an unused binary file", { "submission.ts": good, "demo.ts": Buffer.from([0, 255, 0]) }, plain, null],
  [
    "many unused files",
    {
      "submission.ts": good,
      ...Object.fromEntries(Array.from({ length: 205 }, (_, i) => [`vendor/${i}.ts`, "x"])),
    },
    plain,
    null,
  ],
  ["18 nested folders", { "submission.ts": good, [`${"d/".repeat(18)}x.ts`]: "" }, plain, null],
  ["an unused file with an odd name", { "submission.ts": good, "a\u202Eb.ts": "" }, plain, null],
  [
    "an import in another case",
    { "submission.ts": 'export { b } from "./Lib";\n', "lib.ts": lib },
    { "submission.ts": 'export { b } from "./Lib";\n', "Lib.ts": lib },
    /imports "\.\/Lib", but the file is called lib\.ts/,
  ],
];

/** What was handed in, and the sentence that says what to do. */
const refused: readonly (readonly [string, Files, RegExp])[] = [
  [
    "a folder of hidden files",
    { ".submission.ts": good },
    /^There is no submission\.ts: the folder is empty, hidden files aside\.$/,
  ],
  ["no work", { "answers.md": "x" }, /found answers\.md. Hand in your work as submission\.ts\.$/],
  ["Python", { "main.py": "x" }, /found main\.py/],
  [
    "two candidates",
    { "a.ts": good, "b.ts": good },
    /^Several files could be the submission: a\.ts, b\.ts\./,
  ],
  [
    "two folders",
    { "a/submission.ts": good, "b/submission.ts": good },
    /a\/submission\.ts, b\/submission\.ts/,
  ],
  ["a nearly right name above", { "Submission.ts": good, "a/submission.ts": good }, /Several files/],
  ["another archive", { "work.rar": "Rar!" }, /hand in a \.zip archive or the files/],
  [
    "an archive cut off",
    { "work.zip": zipFiles(plain).subarray(0, 60) },
    /cut off on its way\. Pack it again/,
  ],
  [
    "an archive in an archive",
    { "a.zip": zipFiles({ "b.zip": zipFiles(plain) }) },
    /archive inside an archive/,
  ],
  [
    "an imported file of bytes that are no text",
    { ...plainWithLib, "lib.ts": Buffer.from([0x2f, 0x2f, 0xe9, 0x81]) },
    /^lib\.ts is not UTF-8/,
  ],
  [
    "the starter beside two others with answers",
    { "submission.ts": stubs, "a.ts": half, "b.ts": "export const f = () => 1;" },
    /a\.ts.*b\.ts/,
  ],
  [
    "the starter beside an archive",
    { "submission.ts": stubs, "submission.zip": zipFiles(plain) },
    /submission\.ts.*submission\.zip/,
  ],
  [
    "two filled notebooks beside nothing filled",
    { "submission.ts": stubs, "a.ipynb": fillNotebook(half), "b.ipynb": fillNotebook(half) },
    /a\.ipynb.*b\.ipynb/,
  ],
  [
    "a Python notebook",
    { "a.ipynb": notebook.replaceAll("typescript", "python") },
    /choose a TypeScript kernel/,
  ],
];

describe("what one student hands in, in a folder of the class", () => {
  test.each(taken)("%s is taken for the plain folder", async (_, files, expected, says) => {
    writeAll("class/ann", files);
    writeAll("class/bob", plain);
    const found = await take("class");
    if (says === null) expect(found.remarks).toBeUndefined();
    else expect(found.remarks?.map(say).join("\n")).toMatch(says);
    if (!Object.keys(files).includes("lib.ts") || says === null) await expectSame(found, expected);
    const bob = await take("class", "bob");
    expect(bob.files.map(({ text }) => text)).toEqual([good]);
  });

  test.each(refused)("%s is refused with what to do", async (_, files, says) => {
    writeAll("class/ann", files);
    writeAll("class/bob", plain);
    const found = await takeFrom("class");
    expect(sayRefusal(found)).toMatch(says);
  });
});

describe("what one student hands in, as a zip archive in the class", () => {
  test.each(taken.filter(([, files]) => !Object.keys(files).some((name) => name.endsWith(".zip"))))(
    "%s is taken for the plain folder",
    async (_, files, expected) => {
      write("class/ann.zip", zipFiles(files));
      const found = await take("class", "ann.zip");
      if (!Object.keys(files).includes("lib.ts")) await expectSame(found, expected);
    },
  );

  test("inside a zip archive of the class", async () => {
    write("class.zip", zipFiles({ "class/ann.zip": zipFiles(plain), "class/bob/submission.ts": good }));
    await expectSame(await take("class.zip", "ann.zip"), plain);
    await expectSame(await take("class.zip", "bob"), plain);
  });
});
