import { parseLimits } from "../../contract/limits";
import type { FoundSubmission } from "../../contract/submission";
import { locate, look, take, writeAll } from "../../testing/hand-in";
import type { Files } from "../../testing/odd-zip";
import { openOne } from "../open-path";
import { writeNotebook } from "./notebook";

const limits = parseLimits();

const write = (code: string): string =>
  writeNotebook([
    { id: "a", kind: "code", source: code },
    { id: "b", kind: "code", source: "export const name = 'x';" },
  ]);

const twoLibs: Files = {
  "lib.ts": 'import { c } from "./deep";\nexport const b = c;\n',
  "deep.ts": "export const c = 2;\n",
};

/** What a notebook imports, and the files that it lies beside. */
const besides: readonly (readonly [specifiers: readonly string[], files: Files])[] = [
  [["./lib.ts"], { "lib.ts": "export const b = 2;\n" }],
  [["./lib"], { "lib.ts": "export const b = 2;\n" }],
  [["./lib.js"], { "lib.ts": "export const b = 2;\n" }],
  [["./lib.mts", "./deep.ts"], { "lib.mts": "export const b = 2;\n", "deep.ts": "export const c = 2;\n" }],
  [["./lib.ts"], twoLibs],
  [["./gpus.json", "./lib.ts"], { "gpus.json": '{ "a": 1 }', "lib.ts": "export const b = 2;\n" }],
  [["./data/gpus.json"], { "data/gpus.json": '{ "a": 1 }' }],
  [["./part/one.ts"], { "part/one.ts": 'export * from "./two";\n', "part/two.ts": "export const b = 2;\n" }],
];

const list = (found: FoundSubmission | undefined) =>
  found?.kind === "submission"
    ? { entry: found.entry, files: found.files, digest: found.contentDigest, kept: found.leftAside }
    : found;

test.each(besides)(
  "a notebook that imports %j brings it, by its path and in a folder",
  async (specifiers, files) => {
    const code = specifiers.map((one, at) => `import * as all${at} from "${one}";`).join("\n");
    writeAll("class/ann", { ...files, "work.ipynb": write(code) });
    writeAll("class/bob", { "work.ipynb": write("") });
    const inClass = list(await take("class"));
    expect(inClass).toMatchObject({ entry: "submission.ts", kept: undefined });
    expect(list(await openOne(locate("class/ann/work.ipynb"), limits))).toEqual(inClass);
    // A folder beside a file could be somebody else.
    if (Object.keys(files).some((path) => path.includes("/"))) return;
    const { submissions } = await look("class/ann");
    expect(submissions.map(list)).toEqual([inClass]);
  },
);

test("what a notebook does not import stays where it is, and so does the starter beside it", async () => {
  const starter = {
    "submission.ts": 'import "./types";',
    "types.ts": "export interface A {}",
    "answers.md": "x",
  };
  writeAll("ann", { ...starter, "lib.ts": "", "work.ipynb": write('import "./lib";') });
  const found = await openOne(locate("ann/work.ipynb"), limits);
  expect(found).toMatchObject({
    entry: "submission.ts",
    files: [{ path: "lib.ts" }, { path: "submission.ts" }],
  });
  expect(found).not.toHaveProperty("leftAside");
  expect(found).not.toHaveProperty("answersMarkdown");
});

test.each<readonly [string, Files]>([
  ["a source that it does not import", { "work.ipynb": write(""), "lib.ts": "export const b = 2;" }],
  ["another one", { "work.ipynb": write(""), "again.ipynb": write('import "./lib";'), "lib.ts": "" }],
])("a notebook beside %s is one of several that could be meant", async (_, files) => {
  writeAll("class/ann", files);
  writeAll("class/bob", { "work.ipynb": write("") });
  const { submissions } = await look("class");
  expect(submissions.find(({ id }) => id === "ann")).toMatchObject({ refused: { code: "several-entries" } });
});
