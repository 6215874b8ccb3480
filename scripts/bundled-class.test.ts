import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { addPoints } from "../graders/contract/points";
import { notebookBatchSizes, notebookModel } from "../graders/contract/shown";
import type { ClassResult } from "../graders/grade/write-class";
import { assignment } from "../graders/questions/efficient-deep-learning";
import { formatNumber } from "../graders/report/figures/format";
import { gradeFolder } from "../graders/testing/grade-folder";
import { projectRoot } from "../graders/testing/project-root";
import { makeTemporaryFolder, type TemporaryFolder } from "../graders/testing/temporary-folder";
import { intensityCurve } from "../reference/roofline";

/**
 * The marks each bundled sample must get, by question; a question that is not named must get nothing.
 * "all": every question in full, the bonus included.
 */
const expectedMarks: Readonly<Record<string, "all" | Readonly<Record<string, string>>>> = {
  "sample-full-marks": "all",
  "sample-other-conventions": "all",
  "sample-notebook-student": {
    bytes: "1",
    "standard-conv": "1",
    "depthwise-conv": "1",
    "batch-norm": "0.5",
    prelu: "0.25",
    "model-flops": "1",
    "model-bytes": "0.25",
    bound: "1",
  },
  "sample-starter": {},
  "sample-does-not-compile": {},
  "sample-hangs": { "standard-conv": "1", "depthwise-conv": "1", prelu: "1" },
  "sample-throws": { "standard-conv": "1" },
  "sample-exits": { "standard-conv": "1", "depthwise-conv": "1" },
  "sample-forger": { "standard-conv": "1" },
};

/** Figures on the pages of samples; the others show none. */
const expectedFigures: Readonly<Record<string, readonly string[]>> = {
  "sample-full-marks": ["roof", "chart", "traffic", "ridges", "mountain", "ladder", "gap"],
  "sample-other-conventions": ["roof", "chart", "traffic", "ridges", "mountain", "ladder", "gap", "kin"],
  "sample-popular-mistakes": ["roof", "chart", "traffic", "mountain", "ladder", "gap", "kin"],
  "sample-notebook-student": ["traffic"],
};
const withFigures = Object.keys(expectedFigures);
const mostBytes = 150_000;

let result: ClassResult;
let out: TemporaryFolder;
/** Those with figures, under another seed. */
let again: TemporaryFolder;

beforeAll(async () => {
  const submissions = join(projectRoot, "submissions");
  [out, again] = await Promise.all([makeTemporaryFolder(), makeTemporaryFolder()]);
  result = await gradeFolder(submissions, out.path);
  await gradeFolder(submissions, again.path, { request: { only: withFigures, seed: "another" } });
}, 240_000);

afterAll(() => Promise.all([out.remove(), again.remove()]));

const readPage = ({ path }: TemporaryFolder, sample: string, ending = "html"): Promise<string> =>
  readFile(join(path, "students", sample, `report.${ending}`), "utf8");

const findRecord = (id: string) => {
  const record = result.records.find((one) => one.submission.id === id);
  if (record === undefined) throw new Error(`${id} was not graded`);
  return record;
};

describe.each(Object.entries(expectedMarks))("%s", (id, marks) => {
  test.each(assignment.questions.map((question) => [question.id, question] as const))("%s", (_, question) => {
    const expected = marks === "all" ? question.points : (marks[question.id] ?? "0");
    const graded = findRecord(id).questions.find((one) => one.id === question.id);
    expect(graded).toMatchObject({ id: question.id, points: expected });
  });

  test("its total is the sum of its questions", () => {
    const expected = assignment.questions
      .filter((question) => question.isBonus !== true)
      .map((question) => (marks === "all" ? question.points : (marks[question.id] ?? "0")));
    expect(findRecord(id).score?.points).toBe(addPoints(expected));
  });
});

test("every popular mistake is named by a misconception, and costs points in every question", () => {
  const { questions } = findRecord("sample-popular-mistakes");
  for (const question of questions) {
    if (question.status === "not_graded" || question.status === "ungradable") throw new Error(question.id);
    const kinds = question.parts.flatMap(({ finding }) =>
      finding.kind === "explained" ? [finding.reading.kind] : [],
    );
    expect([question.id, kinds.includes("misconception") || kinds.includes("carried")]).toEqual([
      question.id,
      true,
    ]);
  }
});

const findFigures = (html: string): string =>
  /<section class="own-figures"[\s\S]*?<\/section>/.exec(html)?.[0] ?? "";

test.each(withFigures)("the figures of %s are the same to the byte under another seed", async (sample) => {
  const [one, other] = [await readPage(out, sample), await readPage(again, sample)];
  expect(findFigures(one).length).toBeGreaterThan(1000);
  expect(findFigures(other)).toBe(findFigures(one));
});

test("no value of the reference's curves is on any page of who is wrong", async () => {
  const curves = [false, true].flatMap((fused) =>
    intensityCurve(notebookBatchSizes, notebookModel, { fused }),
  );
  // Of the stylesheet, 1.4 is the height of a line.
  const secrets = curves.map(formatNumber).filter((one) => one.length > 3);
  expect(secrets.length).toBeGreaterThan(10);
  for (const ending of ["html", "md", "txt"]) {
    const page = await readPage(out, "sample-popular-mistakes", ending);
    const numbers = new Set(page.match(/\d[\d,]*(?:\.\d+)?/g));
    expect(secrets.filter((one) => numbers.has(one))).toEqual([]);
  }
});

test.each([...Object.keys(expectedMarks), "sample-popular-mistakes"])(
  "the page of %s shows the figures that it has numbers for, and weighs 150 kB at most",
  async (sample) => {
    const page = await readPage(out, sample);
    const ids = [...page.matchAll(/<h3 id="figure-([a-z]+)-/g)].map(([, id]) => id);
    expect([...new Set(ids)]).toEqual(expectedFigures[sample] ?? []);
    expect(Buffer.byteLength(page)).toBeLessThanOrEqual(mostBytes);
  },
);

test("the score document lists the whole class", async () => {
  const scores = JSON.parse(await readFile(join(out.path, "scores.json"), "utf8"));
  expect(scores.submissions.map((one: { id: string }) => one.id).sort()).toEqual(
    [...Object.keys(expectedMarks), "sample-popular-mistakes"].sort(),
  );
});
