import * as fc from "fast-check";
import { compareText } from "../../contract/compare-text";
import { parseLimits } from "../../contract/limits";
import type { Submission, TextFile } from "../../contract/submission";
import { takeInTexts } from "../../testing/take-in-texts";
import { readZip } from "../handout/zip";
import { takeInArchive } from "./open-submission";
import { packSubmission } from "./pack";

const limits = parseLimits();

async function pack(submission: Submission) {
  const packed = await packSubmission(submission, limits);
  return packed.kind === "refused" ? packed.refused : packed;
}

async function takeInPacked(submission: Submission): Promise<Submission> {
  const packed = await packSubmission(submission, limits);
  const taken = packed.kind === "refused" ? packed : await takeInArchive("mine", packed.zip, limits);
  if (taken.kind === "refused") throw new Error(taken.refused.code);
  return taken;
}

/** All that is run and read. */
const listTexts = ({ entry, files, contentDigest, answersMarkdown }: Submission) => ({
  entry,
  files: files.map(({ path, text }) => ({ path, text })),
  contentDigest,
  answersMarkdown,
});

const entries = [
  "submission.ts",
  "submission-final.ts",
  "submission (1).ts",
  "Submission.TS",
  "submission.ts.txt",
];
const others = [
  "lib.ts",
  "lib.js",
  "Lib.tsx",
  "submission/index.ts",
  "a/lib.mts",
  "data.json",
  "a/e\u0301.json",
];
const wrappings = ["", "work/", "work/src/"];
/** What is written in an import: with and without an end, in another case, of what is there and what is not. */
const specifiers = [
  ...entries,
  ...others,
  "submission",
  "submission-final",
  "lib",
  "LIB",
  "a/lib.mjs",
  "none.json",
];

const text = fc
  .array(fc.constantFrom(...specifiers), { maxLength: 3 })
  .map((list) => list.map((one) => `import ${JSON.stringify(`./${one}`)};\n`).join(""));
const sources = fc.constantFrom("", "\uFEFF", "\uFEFF\uFEFF", 'require("./" + "lib");\n');

const works = fc
  .record({
    entry: fc.constantFrom(...entries),
    others: fc.subarray(others),
    wrapping: fc.constantFrom(...wrappings),
    texts: fc.array(fc.tuple(sources, text), { minLength: 8, maxLength: 8 }),
    answers: fc.constantFrom(undefined, "", "## bytes\n"),
  })
  .map(({ entry, others, wrapping, texts, answers }): readonly TextFile[] => [
    ...[entry, ...others].map((name, at) => ({
      path: `${wrapping}${name}`,
      text: name.endsWith("json") ? '{ "a": "\\"" }' : (texts[at] ?? []).join(""),
    })),
    ...(answers === undefined ? [] : [{ path: `${wrapping}answers.md`, text: answers }]),
  ]);

test("the archive is taken in as what was packed: every file under its name, but for an entry that is alone", async () => {
  await fc.assert(
    fc.asyncProperty(works, async (files) => {
      const submission = await takeInTexts("mine", files, limits);
      const packed = listTexts(await takeInPacked(submission));
      const own = listTexts(submission);
      const isAlone = own.files.length === 1;
      expect(packed).toEqual(
        isAlone ? { ...packed, files: [{ ...packed.files[0], text: own.files[0]?.text }] } : own,
      );
    }),
    { numRuns: 150 },
  );
});

test("what was handed in is packed, and nothing that only leads to it", async () => {
  const files = [
    { path: "submission.ts", text: 'import "./lib.jsx";\nimport "./data.json";\nimport "./none.json";\n' },
    { path: "lib.jsx", text: "export const a = 1;\n" },
    { path: "data.json", text: '["\\"", 1]' },
  ];
  const packed = await pack(await takeInTexts("mine", files, limits));
  const held = "zip" in packed ? readZip(packed.zip) : [];
  expect(held.map(({ path, bytes }) => ({ path, text: Buffer.from(bytes).toString() }))).toEqual(
    [...files].sort((a, b) => compareText(a.path, b.path)),
  );
});

test.each<[string, string, string]>([
  ["that nothing imports", "submission.ts", "export const a = 1;"],
  ["that imports a module of Node's", "submission.ts", 'import "node:crypto";'],
  ["that imports itself", "mine.ts", 'import type { A } from "./mine";\nexport type A = 1;'],
  ["that imports what only running it tells", "mine.ts", 'export const a = import("./" + "mine");'],
])("an entry %s is packed as %s", async (_, path, text) => {
  const packed = await pack(await takeInTexts("mine", [{ path: "mine.ts", text }], limits));
  expect(packed).toMatchObject({ files: [{ path }] });
});

test("what grows past a limit as it is packed is refused with the grader's word", async () => {
  const submission = await takeInTexts("mine", [{ path: "submission.ts", text: "" }], limits);
  const grown = "\u00e9".repeat(limits.sourceFileBytes / 2 + 1);
  const [file] = submission.files;
  if (file === undefined) throw new Error("no file");
  expect(await pack({ ...submission, files: [{ ...file, text: grown }] })).toEqual({
    code: "file-too-large",
    file: "submission.ts",
    kibibytes: 256,
  });
});

test("explanations that are longer together than one file may be are refused, and nothing is called a fault", async () => {
  const long = "word ".repeat(40_000);
  const taken = await takeInTexts(
    "mine",
    [
      { path: "submission.ts", text: "export const a = 1;\n" },
      { path: "answers.md", text: `## a\n\n${long}` },
      { path: "answers (1).md", text: `## b\n\n${long}` },
    ],
    limits,
  );
  expect(await pack(taken)).toEqual({ code: "file-too-large", file: "answers.md", kibibytes: 256 });
});
