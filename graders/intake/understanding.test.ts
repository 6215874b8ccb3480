import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { RefusedPath } from "../contract/faults";
import { parseLimits } from "../contract/limits";
import type { FoundSubmission, Submission } from "../contract/submission";
import { changeEntry, type Files, makeLink, zipFiles } from "../testing/odd-zip";
import { say } from "../testing/say";
import { discoverSubmissions } from "./discover";
import { writeNotebook } from "./notebook/notebook";

const limits = parseLimits();
let root = "";

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "understanding-"));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function write(path: string, content: string | Buffer): void {
  const full = join(root, path);
  mkdirSync(dirname(full), { recursive: true });
  writeFileSync(full, content);
}

function writeAll(folder: string, files: Files): void {
  for (const [path, content] of Object.entries(files)) write(join(folder, path), content);
}

function sayRefusal(found: FoundSubmission): string {
  if (found.kind !== "refused") throw new Error(`expected a refusal, got ${found.kind}`);
  return say(found.refused);
}

const good = "export const name = 'x';\n";
/** As it should be handed in. */
const plain: Files = { "submission.ts": good };
const withLib = 'export { b } from "./lib";\n';
const lib = "export const b = 2;\n";
const plainWithLib: Files = { "submission.ts": withLib, "lib.ts": lib };
const notebook = writeNotebook([{ id: "a", kind: "code", source: good.trim() }]);

async function takeFrom(folder: string, id = "ann"): Promise<FoundSubmission> {
  const { submissions } = await discoverSubmissions(join(root, folder), limits);
  const found = submissions.find((one) => one.id === id);
  if (found === undefined) throw new Error(`${id} was not found`);
  return found;
}

async function take(folder: string, id?: string): Promise<Submission> {
  const found = await takeFrom(folder, id);
  if (found.kind !== "submission") throw new Error(`not taken: ${JSON.stringify(found)}`);
  return found;
}

/** The same texts, whatever they are called, and the same digest as the plain folder's. */
async function expectSame(found: Submission, expected: Files): Promise<void> {
  writeAll("as-it-should-be/ann", expected);
  const wanted = await take("as-it-should-be");
  const listTexts = ({ files }: Submission) => files.map(({ text }) => text).sort();
  expect(listTexts(found)).toEqual(listTexts(wanted));
  expect(found.files.every(({ path }) => path.endsWith(".ts"))).toBe(true);
  const textOfEntry = ({ entry, files }: Submission) => files.find(({ path }) => path === entry)?.text;
  expect(textOfEntry(found)).toBe(textOfEntry(wanted));
  if (found.entry === wanted.entry) expect(found.contentDigest).toBe(wanted.contentDigest);
}

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
    { "submission.ts": `// Cell 1\n${good}` },
    /notebook work\.ipynb/,
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
  ["an empty folder", { ".keep": "" }, /^There is no submission\.ts: the folder is empty\.$/],
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
    "an imported file in Latin-1",
    { ...plainWithLib, "lib.ts": Buffer.from("// \xe9", "latin1") },
    /^lib\.ts is not UTF-8/,
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

describe("files of a class", () => {
  test.each<[string, string | Buffer, RegExp | null]>([
    ["ann.ts", good, null],
    ["ann.TS", good, null],
    ["ann.js", good, null],
    ["ann.mts", good, null],
    ["ann.ts.txt", good, null],
    ["ann.tsx", good, null],
    ["ann.ipynb", writeNotebook([{ id: "a", kind: "code", source: good }]), /notebook/],
    ["ann.zip", zipFiles(plain), null],
  ])("%s is a submission", async (name, content, says) => {
    write(`class/${name}`, content);
    write("class/bob.ts", good);
    const found = await take("class", name);
    expect(found.files[0]?.text).toContain("export const name");
    if (says !== null) expect(found.remarks?.map(say).join()).toMatch(says);
  });

  test("what is nobody's work is named, and junk is not", async () => {
    writeAll("class", {
      "ann/submission.ts": good,
      "grades.csv": "",
      "jest.config.js": "",
      "__MACOSX/ann/._submission.ts": "",
      ".DS_Store": "",
      "desktop.ini": "",
    });
    const { submissions, leftAside } = await discoverSubmissions(join(root, "class"), limits);
    expect(submissions.map(({ id }) => id)).toEqual(["ann"]);
    expect(leftAside.map(({ name }) => name)).toEqual(["grades.csv", "jest.config.js"]);
  });

  test("an archive of another kind is somebody's, and refused with what to do", async () => {
    writeAll("class", { "ann/submission.ts": good, "bob.rar": "Rar!" });
    const found = await takeFrom("class", "bob.rar");
    expect(sayRefusal(found)).toContain(".zip");
  });

  test("names that look alike stay apart, and are said", async () => {
    const zip = zipFiles({
      "Zo\u00eb/submission.ts": good,
      "Zoe\u0308/submission.ts": good,
      "bob/submission.ts": good,
      "b\u200bob/submission.ts": good,
    });
    write("class.zip", zip);
    const { submissions, notes } = await discoverSubmissions(join(root, "class.zip"), limits);
    expect(new Set(submissions.map(({ id }) => id)).size).toBe(4);
    expect(notes).toHaveLength(2);
  });

  test("names that are no text stay two", async () => {
    for (const byte of [0xff, 0xfe]) {
      const name = Buffer.concat([Buffer.from(`${root}/class/`), Buffer.from([byte])]);
      mkdirSync(join(root, "class"), { recursive: true });
      mkdirSync(name);
    }
    writeAll("class/ann", plain);
    const { submissions } = await discoverSubmissions(join(root, "class"), limits);
    expect(submissions.map(({ kind, id }) => [kind, id])).toEqual([
      ["refused", "<fe>"],
      ["refused", "<ff>"],
      ["submission", "ann"],
    ]);
  });
});

describe("a class or one submission", () => {
  const look = (path: string, options = {}) => discoverSubmissions(join(root, path), limits, options);

  test("the folder around the class is recognised, and the class named", async () => {
    writeAll("around/class", { "ann/submission.ts": good, "bob/submission.ts": good });
    await expect(look("around")).rejects.toThrow(`did you mean ${join(root, "around")}/class?`);
  });

  test("an entry beside a class of folders is asked about, and either answer is taken", async () => {
    writeAll("both", { "submission.ts": good, "ann/submission.ts": good });
    await expect(look("both")).rejects.toThrow(/--as one \(one submission\) or --as class/);
    expect((await look("both", { as: "one" })).submissions.map(({ id }) => id)).toEqual(["both"]);
    const asClass = (await look("both", { as: "class" })).submissions;
    expect(asClass.map(({ id }) => id)).toEqual(["ann", "submission.ts"]);
  });

  test("--entry names the file where several could be it", async () => {
    writeAll("class/ann", { "a.ts": good, "b.ts": lib });
    writeAll("class/bob", { "b.ts": lib });
    const { submissions } = await look("class", { entry: "b.ts" });
    expect(submissions.map((one) => one.kind === "submission" && one.entry)).toEqual(["b.ts", "b.ts"]);
  });

  test("files that import one another are one person's", async () => {
    writeAll("work", { "main.ts": withLib, "lib.ts": lib });
    expect((await look("work")).submissions.map(({ id }) => id)).toEqual(["work"]);
  });

  test("one student's archive is one submission", async () => {
    write("ann.zip", zipFiles({ "ann/submission.ts": good }));
    expect((await look("ann.zip")).submissions.map(({ id }) => id)).toEqual(["ann.zip"]);
  });

  test("an archive of the class that is cut off is one line for who calls", async () => {
    write("class.zip", zipFiles({ "ann/submission.ts": good }).subarray(0, 50));
    await expect(look("class.zip")).rejects.toThrow(
      new RefusedPath(join(root, "class.zip"), { code: "archive-damaged", file: "class.zip" }),
    );
  });
});

describe("an archive that is out to do harm", () => {
  const honest = { "submission.ts": 'import "./lib";', "lib.ts": lib };
  const takeZip = (zip: Buffer) => {
    write("class/ann.zip", zip);
    return takeFrom("class", "ann.zip");
  };

  test.each<[string, Buffer, RegExp]>([
    ["a link", makeLink(zipFiles(honest), "lib.ts"), /^lib\.ts is a link/],
    [
      "a password",
      changeEntry(zipFiles(honest), "lib.ts", (bytes, { flags }) => bytes.writeUInt16LE(1, flags)),
      /^lib\.ts is encrypted in the archive; pack it again without a password/,
    ],
    [
      "another method",
      changeEntry(zipFiles(honest), "lib.ts", (bytes, { method }) => bytes.writeUInt16LE(14, method)),
      /^lib\.ts is packed by a method that is not read here/,
    ],
    [
      "a size that is not its own",
      changeEntry(zipFiles(honest), "lib.ts", (bytes, { size }) => bytes.writeUInt32LE(3, size)),
      /^lib\.ts is damaged in the archive/,
    ],
    [
      "a file that grows",
      zipFiles({ ...honest, "lib.ts": "x".repeat(300 * 1024) }),
      /^lib\.ts is larger than 256 KiB/,
    ],
    ["an archive that grows", zipFiles({ "a.zip": Buffer.alloc(8 * 1024 * 1024) }), /inside an archive/],
  ])("%s is refused in one sentence", async (_, zip, says) => {
    expect(sayRefusal(await takeZip(zip))).toMatch(says);
  });

  test("names that lead outside are left aside, and named", async () => {
    const found = await takeZip(zipFiles({ ...plain, "../evil.ts": "x", "/etc/evil.ts": "x" }));
    expect(found).toMatchObject({ kind: "submission" });
    expect(found.kind === "submission" && found.leftAside?.map(({ name }) => name)).toEqual([
      "../evil.ts",
      "/etc/evil.ts",
    ]);
  });

  test("backslashes are folders", async () => {
    const found = await takeZip(zipFiles({ "hw\\submission.ts": withLib, "hw\\lib.ts": lib }));
    expect(found).toMatchObject({ entry: "submission.ts" });
  });
});

describe("what is not read", () => {
  test("dead links and folders that are links are named, and never entered", async () => {
    writeAll("secret", plain);
    writeAll("class/ann", plain);
    symlinkSync("nowhere", join(root, "class/ann/dead.ts"));
    symlinkSync(join(root, "secret"), join(root, "class/ann/lib"));
    const found = await take("class");
    expect(found.leftAside?.map(({ name }) => name)).toEqual(["dead.ts", "lib"]);
  });
});
