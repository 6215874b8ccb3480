import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { parseLimits } from "../contract/limits";
import { type Discovery, sourceNames } from "../contract/submission";
import { type Files, zipFiles } from "../testing/odd-zip";
import { projectRoot } from "../testing/project-root";
import { discoverSubmissions } from "./discover";

const limits = parseLimits();
const bundled = join(projectRoot, "submissions");
let root = "";

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "platforms-"));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

interface Student {
  /** "sample-throws" */
  readonly name: string;
  readonly files: Files;
}

const students: readonly Student[] = readdirSync(bundled).map((name) => ({
  name,
  files: Object.fromEntries(
    readdirSync(join(bundled, name)).map((file) => [file, readFileSync(join(bundled, name, file))]),
  ),
}));

type Pack = (student: Student, number: number) => Files;

const under = (folder: string, { files }: Student): Files =>
  Object.fromEntries(Object.entries(files).map(([name, content]) => [`${folder}/${name}`, content]));
const before = (start: string, { files }: Student): Files =>
  Object.fromEntries(Object.entries(files).map(([name, content]) => [start + name, content]));

/** How each platform names what a student hands in, with what else it puts there. */
const packs: readonly (readonly [string, Discovery["source"], Pack])[] = [
  ["Moodle with folders", "moodle", (one, n) => under(`${one.name}_${n}_assignsubmission_file`, one)],
  [
    "Moodle with folders and an empty text typed into the page",
    "moodle",
    (one, n) => ({
      ...under(`${one.name}_${n}_assignsubmission_file_`, one),
      [`${one.name}_${n}_assignsubmission_onlinetext/onlinetext.html`]:
        "<html><body><p>&nbsp;</p></body></html>",
    }),
  ],
  ["Moodle without folders", "moodle", (one, n) => before(`${one.name}_${n}_assignsubmission_file_`, one)],
  ["Moodle, blind", "moodle", (one, n) => under(`Participant_${n}_assignsubmission_file`, one)],
  ["Canvas", "canvas", (one, n) => before(`${one.name.replaceAll("-", "")}_${n}_${n + 7}_`, one)],
  ["Canvas, late", "canvas", (one, n) => before(`${one.name.replaceAll("-", "")}_LATE_${n}_${n + 7}_`, one)],
  [
    "Canvas, handed in again",
    "canvas",
    (one, n) => ({
      [`a_${n}_1_submission-1.ts`]: "an earlier attempt",
      ...Object.fromEntries(
        Object.entries(one.files).map(([name, content]) => [
          `a_${n}_2_${name.replace(/(\.\w+)$/, "-2$1")}`,
          content,
        ]),
      ),
    }),
  ],
  [
    "Gradescope",
    "gradescope",
    (one, n) => ({ ...under(`submission_${n}`, one), "submission_metadata.yml": "---\n" }),
  ],
  [
    "Blackboard with an earlier attempt",
    "blackboard",
    (one, n) => ({
      [`HW 1_user${n}_attempt_2026-03-01-10-00-00.txt`]: "Name: …",
      [`HW 1_user${n}_attempt_2026-03-01-10-00-00_submission.ts`]: "an earlier attempt",
      ...before(`HW 1_user${n}_attempt_2026-03-02-10-00-00_`, one),
    }),
  ],
  [
    "Brightspace with an earlier attempt",
    "brightspace",
    (one, n) => ({
      "index.html": "<html>",
      [`${n}-77 - ${one.name} - Mar 1, 2026 1159 PM/submission.ts`]: "an earlier attempt",
      ...under(`${n}-77 - ${one.name} - Mar 2, 2026 1201 AM`, one),
    }),
  ],
  [
    "clones of GitHub Classroom",
    "plain",
    (one) => ({ ...under(`hw1-${one.name}`, one), [`hw1-${one.name}/.git/x.ts`]: "x" }),
  ],
  ["plain folders", "plain", (one) => under(one.name, one)],
  ["plain archives", "plain", (one) => ({ [`${one.name}.zip`]: zipFiles(one.files) })],
];

const packAll = (pack: Pack): Files =>
  Object.assign({}, ...students.map((student, index) => pack(student, 12_345 + 100 * index)));

function writeAll(folder: string, files: Files): string {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, folder, path)), { recursive: true });
    writeFileSync(join(root, folder, path), content);
  }
  return join(root, folder);
}

const listDigests = ({ submissions }: Discovery): readonly string[] =>
  submissions.map((one) => (one.kind === "submission" ? one.contentDigest : JSON.stringify(one))).sort();

describe.each(packs)("the bundled class as downloaded from %s", (_, source, pack) => {
  test("holds the same submissions, as a folder", async () => {
    const found = await discoverSubmissions(writeAll("class", packAll(pack)), limits);
    expect(found.source).toBe(source);
    expect(listDigests(found)).toEqual(listDigests(await discoverSubmissions(bundled, limits)));
  });

  test("holds the same submissions, as a zip archive with and without a folder around it", async () => {
    const wanted = listDigests(await discoverSubmissions(bundled, limits));
    const files = packAll(pack);
    const wrapped = Object.fromEntries(
      Object.entries(files).map(([path, content]) => [`hw 1/${path}`, content]),
    );
    for (const [name, content] of Object.entries({ files, wrapped })) {
      writeFileSync(join(root, `${name}.zip`), zipFiles(content));
      const found = await discoverSubmissions(join(root, `${name}.zip`), limits);
      expect([found.source, listDigests(found)]).toEqual([source, wanted]);
    }
  });
});

test("whoever handed in is known by the platform's own number or name", async () => {
  const list = async (files: Files) => {
    const { submissions } = await discoverSubmissions(writeAll(`class${Math.random()}`, files), limits);
    return submissions.map(({ id, accounts }) => [id, accounts?.[0]?.key, accounts?.[0]?.name]);
  };
  expect(await list({ "Ann Lee_12_assignsubmission_file/submission.ts": "" })).toEqual([
    ["Ann Lee_12", "12", "Ann Lee"],
  ]);
  expect(await list({ "Participant_12_assignsubmission_file/submission.ts": "" })).toEqual([
    ["Participant_12", "12", null],
  ]);
  expect(await list({ "leeann_LATE_12_34_submission.ts": "" })).toEqual([["leeann_12", "12", "leeann"]]);
  expect(await list({ "LATE_12_34_submission.ts": "" })).toEqual([["12", "12", null]]);
  expect(await list({ "HW_alee_attempt_2026-03-02-10-00-00_submission.ts": "" })).toEqual([
    ["alee", "alee", null],
  ]);
});

test("Gradescope's submitters are read from the file beside the folders, and whoever it leaves out is told of", async () => {
  const metadata =
    "submission_1:\n  :submitters:\n  - :name: Ann Lee\n    :sid: '007'\n    :email: a@x.org\n";
  const files = { "submission_1/submission.ts": "", "submission_2/submission.ts": "" };
  const found = await discoverSubmissions(
    writeAll("class", { ...files, "submission_metadata.yml": metadata }),
    limits,
  );
  expect(found.submissions.map(({ accounts }) => accounts)).toEqual([
    [{ key: "007", name: "Ann Lee", email: "a@x.org" }],
    undefined,
  ]);
  expect([found.leftAside, found.notes]).toEqual([
    [],
    [{ code: "nameless-submissions", file: "submission_metadata.yml", count: 1 }],
  ]);
});

test("only text that was typed into the page is refused with what to do, and files of others are not mixed in", async () => {
  const found = await discoverSubmissions(
    writeAll("class", {
      "Ann_1_assignsubmission_onlinetext/onlinetext.html": "<p>My work</p>",
      "Bob_2_assignsubmission_file/submission.ts": "export {};",
      "bob.ts": "export {};",
    }),
    limits,
  );
  expect(found.submissions.map(({ kind, id }) => [kind, id])).toEqual([
    ["refused", "Ann_1"],
    ["submission", "Bob_2"],
    ["submission", "bob.ts"],
  ]);
});

const borrowed = [
  ["moodle", "ada_1", "ada_1_assignsubmission_file_submission.ts"],
  ["canvas", "ada_12", "ada_12_34_submission.ts"],
  ["blackboard", "ada", "lab_ada_attempt_2026-03-01-10-30-00_submission.ts"],
] as const;

test.each(borrowed)(
  "a file with a name of %s takes nobody's place, whatever is recognised",
  async (source, ada, name) => {
    const work = Object.fromEntries([ada, "bob", "cem"].map((id) => [`${id}/submission.ts`, `// by ${id}`]));
    const path = writeAll("class", { ...work, [name]: "// by somebody else" });
    for (const options of [{}, { source }]) {
      const { submissions } = await discoverSubmissions(path, limits, options);
      const sources = submissions.map((one) => [
        one.id,
        one.kind === "submission" ? JSON.stringify(one.files) : one.kind,
      ]);
      expect(new Set(submissions.map(({ id }) => id)).size).toBe(4);
      expect(Object.fromEntries(sources)[ada]).toContain(`by ${ada}`);
    }
  },
);

test("--source plain takes names as they are", async () => {
  const path = writeAll("class", {
    "Ann_1_assignsubmission_file/submission.ts": "",
    "x_1_2_a/submission.ts": "",
  });
  const found = await discoverSubmissions(path, limits, { source: "plain" });
  expect([found.source, found.submissions.map(({ id }) => id)]).toEqual([
    "plain",
    ["Ann_1_assignsubmission_file", "x_1_2_a"],
  ]);
});

test("a class that holds what a file is called on Canvas, beside folders, is no download", async () => {
  cpSync(join(bundled, "sample-throws"), join(root, "class/ann"), { recursive: true });
  writeAll("class", { "ann_1_2_submission.ts": "export {};" });
  expect((await discoverSubmissions(join(root, "class"), limits)).source).toBe("plain");
});

test.each(["notes.txt", "README", "extra/.keep", "own.ts"])(
  "a download of Canvas with %s beside it is one",
  async (name) => {
    const files = ["ada_1_8_submission.ts", "ada_1_9_answers.md", "bob_2_9_submission.ts"];
    const path = writeAll("class", Object.fromEntries([...files, name].map((one) => [one, "export {};"])));
    const { source, submissions } = await discoverSubmissions(path, limits);
    expect([source, submissions.map(({ id }) => id).slice(0, 2)]).toEqual(["canvas", ["ada_1", "bob_2"]]);
  },
);

test.each(sourceNames.filter((one) => one !== "plain"))(
  "--source %s is refused where nothing is called as it calls it",
  async (source) => {
    const path = writeAll("class", { "ann/submission.ts": "", "bob/submission.ts": "" });
    await expect(discoverSubmissions(path, limits, { source })).rejects.toThrow(`as ${source} calls`);
  },
);

/** What a student may call a file, and a platform writes before it. */
const writtenBefore: readonly (readonly [Discovery["source"], (who: string, n: number) => string])[] = [
  ["moodle", (who, n) => `${who}_${n}_assignsubmission_file_`],
  ["canvas", (who, n) => `${who}_${n}_${n + 7}_`],
  ["blackboard", (who) => `HW 1_${who}_attempt_2026-03-01-10-00-00_`],
];
const names = writtenBefore.flatMap(([source, write]) =>
  writtenBefore.map(([other, forge]) => [source, other, write, forge] as const),
);

test.each(names)(
  "a file on %s that its student calls as %s would is that student's alone",
  async (...row) => {
    const [source, , write, forge] = row;
    const files = {
      [`${write("ann", 11)}submission.ts`]: "export const a = 1;",
      [`${write("bob", 12)}submission.ts`]: "export const b = 1;",
      [`${write("eve", 13)}submission.ts`]: "export const e = 1;",
      [`${write("eve", 13)}${forge("ann", 11).replace("2026", "2030")}submission.ts`]: "export const a = 2;",
    };
    const honest = Object.fromEntries(Object.entries(files).slice(0, 2));
    const found = await discoverSubmissions(writeAll("class", files), limits);
    const alone = await discoverSubmissions(writeAll("alone", honest), limits);
    expect(found.source).toBe(source);
    expect(listDigests(found)).toEqual(expect.arrayContaining([...listDigests(alone)]));
    expect(found.submissions).toHaveLength(3);
  },
);
