import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { AcceptanceLine } from "../../contract/accepted-option";
import type { Assignment } from "../../contract/assignment";
import { gradeFolder } from "../../testing/grade-folder";
import { projectRoot } from "../../testing/project-root";
import { makeTemporaryFolder, type TemporaryFolder } from "../../testing/temporary-folder";
import {
  areaCases,
  areaQuestion,
  areaReadings,
  changeArea,
  priceQuestion,
  toyAssignment,
} from "../../testing/toy-assignment";
import type { GradeContext } from "../grade-request";
import { applyRegrade, previewRegrade } from "./regrade";

jest.setTimeout(120_000);

let folder: TemporaryFolder;
let out: string;
const at = (...path: string[]): string => join(folder.path, ...path);
const readRecord = async (id: string) =>
  JSON.parse(await readFile(join(out, "staff", id, "record.json"), "utf8"));

/** Doubling costs less than when the class was graded. */
const milder: Assignment = {
  ...toyAssignment,
  questions: [
    changeArea({
      readings: areaReadings.map((one) => (one.id === "doubled" ? { ...one, credit: "0.75" } : one)),
    }),
    priceQuestion,
  ],
};
const makeAskMore = () =>
  changeArea({
    cases: (random) => [
      ...areaCases(random),
      { id: "new", source: "edge", why: "new", input: { rows: 3, columns: 5 } },
    ],
  });
const context: GradeContext = {
  root: projectRoot,
  producer: { name: "ridgepoint", version: "0.0.0-test" },
  tools: {},
  now: () => new Date("2100-01-02T03:04:05.678Z"),
};
/** Another limit is another plan, so every mark is looked at; the code, which a digest speaks for, is the same. */
const request = (assignment: Assignment) => ({
  outFolder: out,
  assignment,
  seed: "ridgepoint",
  jobs: 1,
  sandboxMode: "auto" as const,
  limits: { callMs: 1999 },
});

const work = {
  ada: "export const area = (r, c) => 2 * r * c;\nexport const price = (r, c) => 6 * r * c;",
  bob: "export const area = (r, c) => new Map([[r, c]]);\nexport const price = () => -0;",
};

beforeAll(async () => {
  folder = await makeTemporaryFolder();
  out = at("out");
  for (const [id, source] of Object.entries(work)) {
    await mkdir(at("class", id), { recursive: true });
    await writeFile(at("class", id, "submission.ts"), `${source}\n`);
  }
  await gradeFolder(at("class"), out, { assignment: toyAssignment });
  // Nobody can be run from here on.
  await rm(at("class"), { recursive: true });
});
afterAll(() => folder.remove());

test("answers on record are judged as a run would, carried ones and things without data included", async () => {
  const before = await readRecord("bob");
  const { comparison, judged, run, left } = await previewRegrade(request(toyAssignment), context);
  expect([judged, run, left]).toEqual([["ada", "bob"], [], []]);
  expect(comparison.changed).toEqual([]);
  expect(JSON.stringify(before.questions)).toContain("returned-map");
});

test("a preview says who gains and why, and changes nothing", async () => {
  const before = await readRecord("ada");
  const { comparison } = await previewRegrade(request(milder), context);
  expect(comparison.changed).toMatchObject([
    { submission: "ada", questions: [{ question: "area", kind: "gains", by: "0.25" }] },
  ]);
  expect(await readRecord("ada")).toEqual(before);
  expect(await readdir(join(out, "staff"))).not.toContain("regrades.jsonl");
});

test("whoever is asked something new has to be run; where that cannot be, the mark is left and named", async () => {
  const asked = { ...toyAssignment, questions: [makeAskMore(), priceQuestion] };
  const { comparison, judged, left } = await previewRegrade(request(asked), context);
  expect([judged, comparison.changed]).toEqual([[], []]);
  expect(left.map(({ id }) => id)).toEqual(["ada", "bob"]);
  expect(left[0]?.because).toMatch(/has to be run, and it is not in .*class; name the class with --class/);
});

test("a grader that fails now leaves the mark that was earned", async () => {
  const failing = changeArea({
    readings: [
      {
        id: "fails",
        kind: "reference",
        credit: "1",
        by: "value",
        answer: () => {
          throw new Error("the rubric is broken");
        },
      },
    ],
  });
  const broken = { ...toyAssignment, questions: [failing, priceQuestion] };
  const { comparison, judged, left } = await previewRegrade(request(broken), context);
  expect(judged).not.toContain("ada");
  expect(comparison.changed.map(({ submission }) => submission)).not.toContain("ada");
  expect(left.find(({ id }) => id === "ada")?.because).toContain("the rubric is broken");
});

test("applied, the old record lies in history, and who, when and why in a line of its own", async () => {
  const before = await readRecord("ada");
  const reason = { why: "Doubling was punished too hard", by: "AB" };
  await expect(applyRegrade(request(milder), { ...reason, why: " " }, context)).rejects.toThrow(/--why/);
  const { written } = await applyRegrade(request(milder), reason, context);
  const points = written?.scores.submissions.map((one) => ("score" in one ? one.score?.points : null));
  expect(points).toEqual(["1.75", "0"]);
  const [kept] = await readdir(join(out, "staff", "ada", "history"));
  expect(JSON.parse(await readFile(join(out, "staff", "ada", "history", kept ?? ""), "utf8"))).toEqual(
    before,
  );
  const lines = (await readFile(join(out, "staff", "regrades.jsonl"), "utf8")).trim().split("\n");
  expect(lines.map((line) => JSON.parse(line))).toMatchObject([
    {
      ...reason,
      at: "2100-01-02T03:04:05.678Z",
      replaced: [
        {
          submission: "ada",
          gradedAt: before.clock.finishedAt,
          wasRun: false,
          before: { [areaQuestion.id]: "0.5" },
          now: { [areaQuestion.id]: "0.75" },
        },
        { submission: "bob" },
      ],
    },
  ]);
  // The same once more has nothing to replace.
  expect((await applyRegrade(request(milder), reason, context)).written).toBeNull();
});

test("what is accepted for the class is shown first, then judged by, by later runs as well, until it is taken back", async () => {
  const line = { schemaVersion: "1.0", by: "AB", at: "2026-01-02T03:04:05.678Z", why: "both sides" } as const;
  const acceptance: AcceptanceLine = {
    ...line,
    kind: "accept",
    id: "0badcafe",
    ...{ question: "area", part: "area", credit: "1", says: "Right: both sides." },
    shape: { kind: "factor", factor: "2" },
  };
  const getArea = async () => (await readRecord("ada")).questions[0];
  const asked = { ...request(toyAssignment), acceptance };
  const { comparison } = await previewRegrade(asked, context);
  expect(comparison.changed).toMatchObject([
    {
      submission: "ada",
      questions: [{ by: "0.25", after: { says: expect.stringContaining("both sides") } }],
    },
  ]);
  expect(await readdir(join(out, "staff"))).not.toContain("accepted.jsonl");
  await applyRegrade(asked, line, context);
  expect(await getArea()).toMatchObject({ points: "1" });
  const page = await readFile(join(out, "students", "ada", "report.html"), "utf8");
  expect(page).toContain("Right: both sides.");
  expect(await readFile(join(out, "index.html"), "utf8")).toContain("AB, 2026-01-02: both sides");
  // The rubric is another one by what was accepted, and nobody is judged again for it.
  expect((await previewRegrade(request(toyAssignment), context)).standing).toBe(2);
  const back: AcceptanceLine = { ...line, kind: "withdraw", id: "0000cafe", withdraws: "0badcafe" };
  await applyRegrade({ ...request(toyAssignment), acceptance: back }, line, context);
  expect(await getArea()).toMatchObject({ points: "0.5" });
});

test("whoever has to be run is run, and the new record holds every case", async () => {
  const countCases = async (): Promise<number> =>
    (await readRecord("ada")).questions[0].parts[0].evidence.length;
  const before = await countCases();
  await mkdir(at("again", "ada"), { recursive: true });
  await writeFile(at("again", "ada", "submission.ts"), `${work.ada}\n`);
  const asked = { ...toyAssignment, questions: [makeAskMore(), priceQuestion] };
  const there = { ...request(asked), classPath: at("again") };
  await applyRegrade(there, { why: "One case more", by: "AB" }, context);
  expect(await countCases()).toBe(before + 1);
});
