import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Assignment } from "../../contract/assignment";
import { gradeFolder } from "../../testing/grade-folder";
import { projectRoot } from "../../testing/project-root";
import { makeTemporaryFolder, type TemporaryFolder } from "../../testing/temporary-folder";
import { areaCases, changeArea, priceQuestion, toyAssignment } from "../../testing/toy-assignment";
import type { GradeContext, GradeRequest } from "../grade-request";
import { applyRegrade } from "./regrade";

jest.setTimeout(120_000);

let folder: TemporaryFolder;
const at = (...path: string[]): string => join(folder.path, ...path);
beforeEach(async () => {
  folder = await makeTemporaryFolder();
});
afterEach(() => folder.remove());

const work = "export const area = (r, c) => 2 * r * c;\nexport const price = (r, c) => 6 * r * c;\n";

/** One case more than anybody was asked, so that everybody has to be run. */
const asksMore: Assignment = {
  ...toyAssignment,
  questions: [
    changeArea({
      cases: (random) => [
        ...areaCases(random),
        { id: "new", source: "edge", why: "new", input: { rows: 3, columns: 5 } },
      ],
    }),
    priceQuestion,
  ],
};
const context: GradeContext = {
  root: projectRoot,
  producer: { name: "ridgepoint", version: "0.0.0-test" },
  tools: {},
  now: () => new Date("2100-01-02T03:04:05.678Z"),
};

async function handIn(files: Readonly<Record<string, string>>): Promise<void> {
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(at("class", path)), { recursive: true });
    await writeFile(at("class", path), text);
  }
}

async function listPoints(): Promise<readonly (readonly [string, string | undefined])[]> {
  const { submissions } = JSON.parse(await readFile(at("out", "scores.json"), "utf8"));
  return submissions.map((one: { id: string; score?: { points: string } }) => [one.id, one.score?.points]);
}

const grade = (discovery: GradeRequest["discovery"] = {}, more: Partial<GradeRequest> = {}) =>
  gradeFolder(at("class"), at("out"), { assignment: toyAssignment, request: { discovery, ...more } });
const regrade = () =>
  applyRegrade(
    { outFolder: at("out"), assignment: asksMore, seed: "ridgepoint", jobs: 1, sandboxMode: "auto" },
    { why: "One case more", by: "AB" },
    context,
  );

const moodle = "Ann Example_12345_assignsubmission_file_";

test.each<[string, Record<string, string>, GradeRequest["discovery"], string]>([
  ["--entry", { "ada/main.ts": work, "ada/other.ts": work }, { entry: "main.ts" }, "ada"],
  ["--as class", { "submission.ts": work, "bob/submission.ts": work }, { as: "class" }, "bob"],
  ["--as one", { "main.ts": work, "other.ts": work }, { as: "one", entry: "main.ts" }, "class"],
  ["--source", { [`${moodle}/submission.ts`]: work, "bob/submission.ts": work }, { source: "plain" }, moodle],
])("a class that was read with %s is read so when somebody has to be run", async (_, files, reading, id) => {
  await handIn(files);
  await grade(reading);
  const before = await listPoints();
  expect(before.map((one) => one[0])).toContain(id);
  expect(new Set(before.map((one) => one[1]))).toEqual(new Set(["1.5"]));
  const { run, judged, left } = await regrade();
  expect([run, judged, left]).toEqual([before.map((one) => one[0]), [], []]);
  expect(await listPoints()).toEqual(before);
});

test("a name that was given for some is nothing to others, and is remembered for who is in doubt", async () => {
  const several = (id: string, names: readonly string[]) => names.map((name) => [`${id}/${name}.ts`, work]);
  const doubtful = [...several("bob", ["main", "other"]), ...several("cam", ["last", "mine", "other"])];
  await handIn({ "ada/submission.ts": work, "ada/main.ts": "export {};", ...Object.fromEntries(doubtful) });
  await grade();
  await grade({ entry: "main.ts" }, { only: ["bob"] });
  await grade({ entry: "mine.ts" });
  const before = await listPoints();
  expect(before.map(([id, points]) => [id, points])).toEqual(["ada", "bob", "cam"].map((id) => [id, "1.5"]));
  await grade();
  expect(await listPoints()).toEqual(before);
  const { run, left } = await regrade();
  expect([run, left]).toEqual([["ada", "bob", "cam"], []]);
  expect(await listPoints()).toEqual(before);
});

const changes: Readonly<Record<string, () => Promise<void>>> = {
  "is other work": () => handIn({ "ada/submission.ts": "export const area = () => 1;" }),
  "is not there": () => rm(at("class", "ada"), { recursive: true }),
  "is an empty folder": () => rm(at("class", "ada", "submission.ts")),
  "is of a file too large": () => handIn({ "ada/submission.ts": `${work}// ${"x".repeat(300_000)}` }),
};

test.each(Object.keys(changes))(
  "whose work %s by now keeps the mark that was given, and is named",
  async (change) => {
    await handIn({ "ada/submission.ts": work, "bob/submission.ts": work });
    await grade();
    const before = await listPoints();
    await changes[change]?.();
    const { run, left } = await regrade();
    expect(run).toEqual(["bob"]);
    expect(left).toEqual([
      { id: "ada", because: expect.stringMatching(/^it has to be run, and .*class.*--class/) },
    ]);
    expect(await listPoints()).toEqual(before);
  },
);
